// The compliance report of an order or a school: verdict, what blocks, reservations and replies, advice, rules met.
import { answersByGravity, type ComplianceReport, type Reply, type ReportEntry } from '~/domain/checks/report';
import type { Answer } from '~/domain/checks/results';
import { dayInParis } from '~/domain/shared/day';
import { formatCount, formatDay, formatDayShort } from '~/domain/shared/format';
import type { Block, Column, DocumentModel, Run, Text } from '../blocks';
import type { ComplianceReportFacts, ReportedCount } from './facts';

/** Goes up with each change of what the document says or of its order. */
export const complianceReportTemplateVersion = 'rapport-de-conformite-1';

const answerLabels: Readonly<Record<Answer, string>> = {
  unmet: 'Non conforme',
  unknown: 'Non évaluable',
  met: 'Conforme',
  notApplicable: 'Sans objet',
};

const plural = (count: number, one: string, many: string) => `${formatCount(count)}\u00a0${count > 1 ? many : one}`;

/** What the report comes down to, in one sentence or two. */
export function verdictText(report: ComplianceReport, ofSchool: boolean): string {
  const { blocking, reserved } = report;
  const replied = reserved.filter(({ replies, closed }) => replies.length > 0 || closed !== undefined).length;
  const unmet = report.counts.unmet.rules;
  const first =
    blocking.length > 0
      ? `${plural(blocking.length, 'règle bloque', 'règles bloquent')}${ofSchool ? '' : ' la commande'}.`
      : unmet > 0
        ? 'Aucune règle ne bloque.'
        : 'Aucune règle n’est contredite.';
  if (reserved.length === 0) return `${first} Aucune réserve.`;
  const reservations = plural(reserved.length, 'réserve', 'réserves');
  return ofSchool
    ? `${first} ${reservations}.`
    : `${first} ${reservations}, dont ${formatCount(replied)} avec réponse.`;
}

function counts({ counts: of }: ComplianceReport): Block {
  const total = (what: 'rules' | 'results') => answersByGravity.reduce((sum, answer) => sum + of[answer][what], 0);
  const row = (label: string, what: 'rules' | 'results') => [
    label,
    ...answersByGravity.map((answer) => formatCount(of[answer][what])),
    formatCount(total(what)),
  ];
  return {
    kind: 'table',
    columns: [
      { label: 'Contrôlé', width: 2 },
      ...answersByGravity.map((answer): Column => ({ label: answerLabels[answer], align: 'right' })),
      { label: 'Total', align: 'right' },
    ],
    rows: [row('Règles, au moins favorable', 'rules'), row('Contrôles, un par objet', 'results')],
  };
}

const ruleName = ({ ruleId, ruleVersion }: ReportEntry) => `${ruleId}\u00a0v${ruleVersion}`;

function replyText(reply: Reply, verb: string): Run[] {
  const { comment, by, at, documents } = reply;
  const said = comment === '' ? '' : `\u00ab\u00a0${comment}\u00a0\u00bb`;
  const joined = documents.length === 0 ? '' : `document joint\u00a0: ${documents.join(', ')}`;
  const words = [said, joined].filter((text) => text !== '').join(', ');
  return [{ text: `\n${verb} ${by}, ${formatDayShort(dayInParis(at))}\u00a0: `, bold: true }, words];
}

function described(entry: ReportEntry): Text {
  const concerned = entry.subjects.length === 0 ? [] : [`\nConcerne\u00a0: ${entry.subjects.join('\u00a0; ')}.`];
  return [
    entry.sentence,
    ...concerned,
    ...entry.replies.flatMap((reply) => replyText(reply, 'Réponse de')),
    ...(entry.closed === undefined ? [] : replyText(entry.closed, 'Levée par')),
  ];
}

function detailed(title: string, entries: readonly ReportEntry[]): Block[] {
  if (entries.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: `${title} (${entries.length})` },
    {
      kind: 'table',
      columns: [
        { label: 'Règle', width: 0.75 },
        { label: 'Réponse', width: 0.9 },
        { label: 'Constat', width: 3.6 },
        { label: 'Texte', width: 1.9 },
      ],
      rows: entries.map((entry) => [ruleName(entry), answerLabels[entry.answer], described(entry), entry.citation]),
    },
  ];
}

const askedOf: Readonly<Record<ReportEntry['evidence']['from'], string>> = {
  supplier: 'Fournisseur',
  secretary: 'Commune',
  school: 'École',
  syndicat: 'Syndicat',
};

/** 'Text, article (edition)' in two parts, so that the rules of one text can share its name; the parts are the whole. */
function textAndArticle(citation: string): readonly [text: string, article: string] {
  const [, text, article, edition] = /^([^,]+), (.+) (\([^)]*(?:\([^)]*\)[^)]*)*\))$/.exec(citation) ?? [];
  return text && article && edition ? [`${text} ${edition}`, article] : [citation, ''];
}

function cited(entries: readonly ReportEntry[]): Text {
  const byText = new Map<string, string[]>();
  for (const entry of entries) {
    const [text, article] = textAndArticle(entry.citation);
    const rule = `${ruleName(entry)} – ${entry.title}${article === '' ? '' : `, ${article}`}`;
    byText.set(text, [...(byText.get(text) ?? []), rule]);
  }
  return [...byText].flatMap(([text, named], index): Run[] => [
    index === 0 ? '' : '\n',
    { text, italic: true },
    `\u00a0: ${named.join('\u00a0; ')}.`,
  ]);
}

/** What asks for nothing now: advice that waits for a fact, by who has it; rules met; rules that do not apply. */
function informative({ advice, met, notApplicable }: ComplianceReport): Block[] {
  const byEvidence = new Map<string, ReportEntry[]>();
  for (const entry of advice.filter(({ answer }) => answer === 'unknown')) {
    const wanted = `${askedOf[entry.evidence.from]}\u00a0: ${entry.evidence.what}`;
    byEvidence.set(wanted, [...(byEvidence.get(wanted) ?? []), entry]);
  }
  const rows: Text[][] = [...byEvidence].map(([wanted, all]) => [
    [{ text: `Non évaluable (${all.length})`, bold: true }, `\n${wanted}`],
    cited(all),
  ]);
  if (met.length > 0) rows.push([[{ text: `Conforme (${met.length})`, bold: true }], cited(met)]);
  if (notApplicable.length > 0) {
    const names = notApplicable.map((entry) => `${ruleName(entry)} – ${entry.title}`).join('\u00a0; ');
    rows.push([[{ text: `Sans objet (${notApplicable.length})`, bold: true }], names]);
  }
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Pour information' },
    {
      kind: 'table',
      columns: [
        { label: 'Réponse', width: 1.15 },
        { label: 'Règles et textes', width: 4 },
      ],
      rows,
    },
  ];
}

const written = (count: number | null) => (count === null ? 'inconnu' : formatCount(count));

function equipment(counted: readonly ReportedCount[]): Block[] {
  const rows = counted.filter(({ declared, after }) => declared !== null || after !== null);
  const unsaid = counted.filter((count) => !rows.includes(count));
  return [
    { kind: 'heading', level: 2, text: 'Équipement de l’école' },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { label: 'Équipement', width: 2.6 },
              { label: 'Déclaré', align: 'right' },
              { label: 'Le' },
              { label: 'Livré depuis', align: 'right' },
              { label: 'Commandé', align: 'right' },
              { label: 'Après livraison', align: 'right' },
            ],
            rows: rows.map((count) => [
              count.label,
              written(count.declared),
              count.declaredOn === null ? '' : formatDayShort(count.declaredOn),
              written(count.delivered),
              written(count.expected),
              written(count.after),
            ]),
          } as const,
        ]),
    ...(unsaid.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: `Non déclaré, donc inconnu\u00a0: ${unsaid.map(({ label }) => label).join('\u00a0; ')}.`,
          } as const,
        ]),
  ];
}

/** The document's content. Every figure comes from the facts. */
export function complianceReportModel(facts: ComplianceReportFacts): DocumentModel {
  const { report } = facts;
  const unanswered = report.reserved.filter(({ closed }) => closed === undefined);
  const closed = report.reserved.filter((entry) => entry.closed !== undefined);
  return {
    title: facts.title,
    subtitle: facts.subtitle,
    reference: facts.reference,
    issuer: facts.issuer,
    date: facts.madeOn,
    ...(facts.mention === null ? {} : { mention: facts.mention }),
    blocks: [
      { kind: 'facts', entries: facts.about },
      {
        kind: 'notice',
        tone: report.blocking.length > 0 ? 'warning' : 'plain',
        title: verdictText(report, facts.equipment !== undefined),
        text: `Règles et faits du ${formatDay(facts.checkedOn)}. Chaque règle est citée avec son texte, son identifiant et sa version. «\u00a0Non évaluable\u00a0»\u00a0: un fait manque, ce n’est ni un oui ni un non.`,
      },
      counts(report),
      ...(facts.equipment === undefined ? [] : equipment(facts.equipment)),
      ...detailed(facts.equipment === undefined ? 'Bloque la commande' : 'Bloquerait une commande', report.blocking),
      ...detailed('Réserves', unanswered),
      ...detailed('Réserves levées', closed),
      ...detailed(
        'Conseils',
        report.advice.filter(({ answer }) => answer === 'unmet'),
      ),
      ...informative(report),
    ],
  };
}

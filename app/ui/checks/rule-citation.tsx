// Where a rule comes from: text, article, edition, sources with their links, dates, and how sure Préau is of it.
import { confidenceLabels, type Rule, severityLabels, stageLabels, standingOf } from '~/domain/checks/rule-words';
import { parseDay } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Facts } from '../parts';

function SourceText({ of }: { of: Rule['sources'][number] }) {
  return /^https?:\/\//.test(of.reference) ? (
    <a href={of.reference} rel="noreferrer">
      {of.title}
    </a>
  ) : (
    <>
      {of.title} <small>({of.reference})</small>
    </>
  );
}

const written = (day: string | null) => {
  const parsed = day === null ? undefined : parseDay(day);
  return parsed ? formatDay(parsed) : null;
};

/** The dates of a version in words. */
export function periodText({ from, until }: Pick<Rule, 'from' | 'until'>): string {
  const [first, last] = [written(from), written(until)];
  if (first && last) return `du ${first} au ${last}`;
  if (first) return `à partir du ${first}`;
  return last ? `jusqu’au ${last}` : 'sans limite de date';
}

export function RuleCitation({
  of,
}: {
  of: Pick<
    Rule,
    | 'framework'
    | 'article'
    | 'edition'
    | 'nature'
    | 'opposable'
    | 'sources'
    | 'confidence'
    | 'from'
    | 'until'
    | 'version'
    | 'stage'
    | 'severity'
  > & {
    readonly blocks: boolean;
    readonly note?: string | undefined;
    readonly deliberation?: Rule['deliberation'] | undefined;
  };
}) {
  const own = of.nature === 'syndicatPolicy';
  return (
    <Facts
      entries={[
        ...(own
          ? ([
              [
                'Vote',
                of.deliberation
                  ? `délibération ${of.deliberation.reference} du ${written(of.deliberation.adoptedOn)}`
                  : 'pas encore voté',
              ],
            ] as const)
          : ([
              ['Texte', of.framework],
              ['Article', of.article],
              ['Édition lue', of.edition],
            ] as const)),
        ['Portée', standingOf(of)],
        [
          'Effet',
          of.blocks
            ? 'bloquante : la commande ne part pas tant qu’elle n’est pas respectée'
            : of.severity !== 'blocking'
              ? severityLabels[of.severity]
              : own
                ? 'bloquante, une fois votée'
                : 'réserve : rien n’autorise cette règle à bloquer',
        ],
        ['Contrôlée', stageLabels[of.stage]],
        ['Version', own && !of.deliberation ? String(of.version) : `${of.version}, ${periodText(of)}`],
        ...(own
          ? []
          : ([
              [
                'Source',
                of.sources.length === 0 ? (
                  'aucune source relue'
                ) : (
                  <ul className="plain" key="sources">
                    {of.sources.map((source) => (
                      <li key={source.reference}>
                        <SourceText of={source} />
                      </li>
                    ))}
                  </ul>
                ),
              ],
              ['Confiance', confidenceLabels[of.confidence]],
            ] as const)),
        ...(of.note === undefined ? [] : ([[own ? 'Motif' : 'À savoir', of.note]] as const)),
      ]}
    />
  );
}

// What each piece of a market file says, held against what it must say: a contradiction names the piece and both texts.

export const subjects = [
  'reference',
  'lots',
  'maxima',
  'cpv',
  'duration',
  'criteria',
  'criteriaSum',
  'ccag',
  'lotLimits',
  'deadline',
  'buyers',
  'lineKeys',
  'quantities',
  'quantitySum',
] as const;
export type Subject = (typeof subjects)[number];

export const subjectLabels: Readonly<Record<Subject, string>> = {
  reference: 'Référence de la consultation',
  lots: 'Numéros et intitulés des lots',
  maxima: 'Montants maximum par lot',
  cpv: 'Codes CPV des lots',
  duration: 'Durée, reconductions comprises',
  criteria: 'Critères et pondérations',
  criteriaSum: 'Somme des pondérations',
  ccag: 'CCAG applicable',
  lotLimits: 'Lots par candidat, en offre et en attribution',
  deadline: 'Date limite de réception des offres',
  buyers: 'Acheteurs identifiés',
  lineKeys: 'Numéros et désignations des lignes',
  quantities: 'Quantités par ligne',
  quantitySum: 'Somme des quantités',
};

/** What a piece says on each subject it speaks of, as the texts a reader sees. */
export interface Statement {
  /** 'RC', 'AE du lot 1', 'BPU du lot 2'… */
  readonly piece: string;
  readonly says: Readonly<Partial<Record<Subject, readonly string[]>>>;
}

export interface Contradiction {
  readonly piece: string;
  readonly subject: Subject;
  /** Expected texts that the piece does not say, and texts it says that are not expected. */
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

export interface Agreement {
  readonly subject: Subject;
  readonly pieces: readonly string[];
  readonly agreed: boolean;
}

export interface ContradictionReport {
  readonly agreements: readonly Agreement[];
  readonly contradictions: readonly Contradiction[];
}

function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return texts.filter((text) => {
    const index = left.indexOf(text);
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
}

/**
 * Compares what the pieces say, read back from them, with what they must say, taken from the needs and the choices.
 * A silent piece, an order that differs and a piece too many are contradictions too. Green when there is none.
 */
export function contradictionReport(expected: readonly Statement[], found: readonly Statement[]): ContradictionReport {
  const contradictions: Contradiction[] = [];
  const pieces = new Map<Subject, { piece: string; agreed: boolean }[]>();
  for (const statement of expected) {
    const said = found.find((each) => each.piece === statement.piece);
    for (const subject of subjects) {
      const must = statement.says[subject];
      if (must === undefined) continue;
      const says = said?.says[subject] ?? [];
      const agreed = must.length === says.length && must.every((text, index) => text === says[index]);
      pieces.set(subject, [...(pieces.get(subject) ?? []), { piece: statement.piece, agreed }]);
      if (!agreed) {
        contradictions.push({
          piece: statement.piece,
          subject,
          missing: without(must, says),
          unexpected: without(says, must),
        });
      }
    }
  }
  for (const statement of found) {
    if (expected.some((each) => each.piece === statement.piece)) continue;
    contradictions.push({ piece: statement.piece, subject: 'reference', missing: [], unexpected: [statement.piece] });
  }
  const agreements = [...pieces].map(([subject, own]) => ({
    subject,
    pieces: own.map((each) => each.piece),
    agreed: own.every((each) => each.agreed),
  }));
  return {
    agreements: agreements.sort((a, b) => subjects.indexOf(a.subject) - subjects.indexOf(b.subject)),
    contradictions,
  };
}

/** The French sentence of a contradiction. */
export function contradictionSentence(contradiction: Contradiction): string {
  const { piece, subject, missing, unexpected } = contradiction;
  const parts = [
    ...(missing.length > 0 ? [`attendu : ${missing.join(' ; ')}`] : []),
    ...(unexpected.length > 0 ? [`trouvé : ${unexpected.join(' ; ')}`] : []),
  ];
  return `${piece}, ${subjectLabels[subject].toLowerCase()} : ${parts.length > 0 ? parts.join(', ') : 'ordre différent'}.`;
}

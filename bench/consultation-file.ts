// A whole market file, contradictions looked for and ZIP written, against the bare compression of what it holds.
import { unzipSync, zipSync } from 'fflate';
import { composeDce } from '~/documents/consultations/compose';
import type { DceSubject } from '~/documents/consultations/subject';
import { renderDce } from '~/documents/consultations/write-dce';
import { aSubject } from '../tests/consultations/builders';
import { measure, sayRatio } from './measure';

const requirements = [
  { label: 'Garantie', value: 'au moins 3 ans' },
  { label: 'Disponibilité des pièces détachées', value: 'au moins 7 ans' },
  { label: 'Indice de réparabilité', value: 'au moins 7,5 sur 10' },
  { label: 'Diagonale de l’écran', value: 'de 10 à 11 pouces' },
];

/** The file of the tests with so many prices, shared between its lots, each with its quantity and its requirements. */
function subjectOf(count: number): DceSubject {
  const subject = aSubject();
  const perLot = Math.ceil(count / subject.lots.length);
  return {
    ...subject,
    lots: subject.lots.map((lot, position) => {
      const model = lot.lines[0];
      if (!model) throw new Error(`Lot ${lot.number} has no line`);
      const lines = Array.from({ length: Math.min(perLot, count - position * perLot) }, (_, index) => ({
        ...model,
        number: `${lot.number}.${String(index + 1).padStart(4, '0')}`,
        designation: `${model.categoryLabel} pour la classe, configuration ${index + 1}, livrée installée, ou équivalent`,
        quantity: 1 + ((index * 7) % 40),
        requirements,
      }));
      return { ...lot, lines };
    }),
  };
}

async function benchLines(count: number, times: number): Promise<void> {
  const subject = subjectOf(count);
  const lines = subject.lots.flatMap((lot) => lot.lines);
  const needs = new Map(lines.map((line) => [line.number, line.quantity]));
  const { contradictions } = composeDce(subject, needs).report;
  const zip = await renderDce(subject, needs);
  const pieces = unzipSync(zip);
  const said = `${count.toLocaleString('fr-FR')} lignes`;
  console.log(
    `  ${said} : ${Object.keys(pieces).length} fichiers, ${(zip.length / 1024).toFixed(0)} Kio, ${contradictions.length} contradiction`,
  );
  const bare = await measure('compression nue', times, () => zipSync(pieces, { level: 6 }));
  sayRatio(bare, await measure(`${said} : pièces et contradictions`, times, () => composeDce(subject, needs)));
  sayRatio(bare, await measure(`${said} : fichier entier`, times, () => renderDce(subject, needs)));
}

/** The file of a department's syndicat, then one ten times as long. */
export async function benchConsultationFile(): Promise<void> {
  console.log('\nDossier de consultation');
  await benchLines(500, 3);
  await benchLines(5_000, 1);
}

// The application file as PDF, read back: order of the parts, figures, marks, and what a closed call must say.
import { enirSchemes } from 'catalog/grants';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { applicationFileModel } from '~/documents/grants/application-file';
import type { ApplicationFileFacts } from '~/documents/grants/facts';
import { writePdf } from '~/documents/pdf/write-pdf';
import { noAnswers } from '~/domain/grants/answers';
import { knownFactsOf } from '~/domain/grants/facts';
import { formatCents } from '~/domain/shared/format';
import { anApplicationFile, communes, schools } from './application-builders';
import { euros } from './builders';

async function textOf(facts: ApplicationFileFacts): Promise<string> {
  const bytes = await writePdf(applicationFileModel(facts));
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += `${items.map((item) => ('str' in item ? item.str : '')).join(' ')}\n`;
  }
  return text.replace(/[\s\u00a0\u202f]+/g, ' ');
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');

test('the file reads in the order of the specification, annexes last', () => {
  const titles = applicationFileModel(anApplicationFile()).blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? [block.text] : [],
  );
  expect(titles).toEqual([
    'Sommaire',
    '1. Identification du demandeur',
    '2. Écoles concernées',
    '3. Existant',
    '4. Projet pédagogique',
    '5. Projet d’équipement et de services',
    '6. Calendrier',
    '7. Plan de financement',
    '8. Engagements et signatures',
    'Annexe A. Éligibilité, critère par critère',
    'Annexe B. Pièces du dossier',
    'Annexe C. Voies ouvertes',
    'Annexe D. Points à vérifier dans le texte de l’appel',
    'Annexe E. Conformité aux référentiels, règle par règle',
  ]);
});

test('the figures of the PDF are those of the decision, whole euros where the form wants them', async () => {
  const facts = anApplicationFile();
  const text = await textOf(facts);
  // 8 611,20 + 1 428,00 count; the maintenance waits for a person.
  expect(facts.dossier.plan?.grant).toBe(euros(5019.6));
  expect(text).toContain(plain(formatCents(euros(5019.6))));
  expect(text).toContain(plain(formatCents(euros(5019))));
  expect(text).toContain(plain(formatCents(facts.dossier.plan?.ownShare ?? euros(0))));
  expect(text).toContain(plain(formatCents(euros(10_399.2))));
});

test('every ENIR file says that its call is closed, for what it is made, and names the open routes', async () => {
  for (const scheme of enirSchemes) {
    const text = await textOf(anApplicationFile({ scheme, answers: noAnswers }));
    expect(text).toContain(`L’appel ${scheme.shortName} est clos`);
    expect(text).toContain('comme modèle');
    for (const route of ['DETR', 'DSIL', 'FCTVA', 'Fonds de concours', 'R. 2334-24']) expect(text).toContain(route);
    expect(text).toContain('Assiette à vérifier');
    expect(text).toContain('À compléter');
  }
  expect(await textOf(anApplicationFile())).toContain('établi pour sa période');
});

test('an unknown fact is asked with where to find it, and a refusal shows its figures', async () => {
  const school = schools.find(({ uai }) => uai === '0350114J');
  const commune = communes.find(({ inseeCode }) => inseeCode === '35009');
  if (!school || !commune) throw new Error('The territory has lost Baguer-Morvan');
  const refused = await textOf(
    anApplicationFile({
      facts: {
        ...knownFactsOf(commune, school),
        'commune.urbanAreaPopulation': { value: 12_000, origin: 'Insee, aires urbaines 2010' },
      },
    }),
  );
  expect(refused).toContain('Non éligible');
  expect(refused).toContain('12 000 hab. (au plus 10 000 hab.)');
});

test('a file without any line says so, and asks for an order', async () => {
  const text = await textOf(anApplicationFile({ lines: [] }));
  expect(text).toContain('Lignes d’une commande ou d’un panier pour cette école');
});

test('the same facts give the same bytes', async () => {
  const facts = anApplicationFile();
  expect(
    Buffer.from(await writePdf(applicationFileModel(facts))).equals(
      Buffer.from(await writePdf(applicationFileModel(facts))),
    ),
  ).toBe(true);
});

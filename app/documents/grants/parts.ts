// Every document of a version of an application file: which they are, what each is called, and how each is made.
import { bodyWordsOf } from '~/domain/grants/applicant-wording';
import type { DocumentJob } from '../render-job';
import { editableFileModel } from './application-file';
import { costingTemplateVersion, costingWorkbook } from './costing';
import { deliberationModel, deliberationTemplateVersion } from './deliberation';
import type { ApplicationFileFacts } from './facts';
import { commitmentLetter, letterTemplateVersion, notStartedLetter, purchasingLetter, schoolLetter } from './letters';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface FilePart {
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly templateVersion: string;
  readonly job: DocumentJob;
}

/** The documents beside the PDF, in the order of the list. */
export function partsOf(facts: ApplicationFileFacts): readonly FilePart[] {
  const words = bodyWordsOf(facts.applicant.body);
  const docx = (title: string, name: string, templateVersion: string, job: DocumentJob): FilePart => ({
    title,
    fileName: `${name}.docx`,
    mediaType: docxType,
    templateVersion,
    job,
  });
  return [
    docx('Projet et financement, modifiable', '2-projet-modifiable', 'projet-subvention-1', {
      kind: 'docx',
      model: editableFileModel(facts),
    }),
    {
      title: 'Chiffrage et plan de financement',
      fileName: '3-chiffrage.xlsx',
      mediaType: xlsxType,
      templateVersion: costingTemplateVersion,
      job: { kind: 'xlsx', workbook: costingWorkbook(facts) },
    },
    docx('Projet de délibération', '4-projet-de-deliberation', deliberationTemplateVersion, {
      kind: 'docx',
      model: deliberationModel(facts),
    }),
    docx(`Lettre d’engagement ${words.of}`, `5-engagement-${words.slug}`, letterTemplateVersion, {
      kind: 'docx',
      model: commitmentLetter(facts),
    }),
    docx('Attestation de non-commencement', '6-attestation-non-commencement', letterTemplateVersion, {
      kind: 'docx',
      model: notStartedLetter(facts),
    }),
    docx('Lettre d’engagement de l’équipe pédagogique', '7-engagement-ecole', letterTemplateVersion, {
      kind: 'docx',
      model: schoolLetter(facts),
    }),
    docx('Attestation de la centrale d’achat', '8-attestation-centrale-achat', letterTemplateVersion, {
      kind: 'docx',
      model: purchasingLetter(facts),
    }),
  ];
}

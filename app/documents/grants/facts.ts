// What the writer of an application file is given: everything decided, nothing left to compute.
import type { GrantScheme } from 'catalog/grants/types';
import type { FileAnswers } from '~/domain/grants/answers';
import type { ApplicantBody } from '~/domain/grants/applicant-body';
import type { FactDefinitions } from '~/domain/grants/conditions';
import type { Dossier } from '~/domain/grants/dossier';
import type { Facts } from '~/domain/grants/facts';
import type { Opinion } from '~/domain/grants/opinions';
import type { FilePiece, JoinedDocument } from '~/domain/grants/pieces';
import type { Day } from '~/domain/shared/day';
import type { DocumentModel } from '../blocks';

export interface FileCheck {
  readonly label: string;
  readonly answer: 'met' | 'unmet' | 'unknown';
  readonly remark: string;
  readonly citation: string;
}

export interface ApplicationFileFacts {
  readonly reference: string;
  readonly version: number;
  readonly issuedOn: Day;
  /** Shown on each page, such as 'Démonstration : prix fictifs'. */
  readonly mention: string | null;
  readonly scheme: GrantScheme;
  /** Year the call ran: figures are those of that year when they can be had. */
  readonly callYear: number;
  readonly applicant: {
    readonly body: ApplicantBody;
    readonly kind: string;
    /** Its own name, or that it is to be recorded. */
    readonly name: string;
    /** Of the commune of the school, which is the applicant unless another body runs the school. */
    readonly communeName: string;
    readonly inseeCode: string;
    readonly siren: string | null;
    readonly siret: string | null;
    readonly department: string | null;
    readonly arrondissement: string | null;
    readonly epci: string | null;
    readonly addressLines: readonly string[];
  };
  readonly school: {
    readonly uai: string;
    readonly name: string;
    readonly level: string;
    readonly rpi: string;
    readonly classes: string;
    readonly pupils: string;
    readonly priorityEducation: string;
  };
  /** The syndicat, which supports the request and never makes it. */
  readonly support: {
    readonly name: string;
    readonly role: string;
    readonly addressLines: readonly string[];
    readonly siren: string;
  };
  readonly facts: Facts;
  readonly definitions: FactDefinitions;
  readonly answers: FileAnswers;
  readonly dossier: Dossier;
  /** Each piece as it stands, with the documents joined for it. */
  readonly pieces: readonly FilePiece[];
  /** Documents joined in the order of the annex, those of the pieces first. */
  readonly joined: readonly JoinedDocument[];
  /** The adviser's opinion that counts; null when none was given. */
  readonly opinion: {
    readonly opinion: Opinion;
    readonly comment: string;
    readonly givenOn: Day;
    readonly givenBy: string;
  } | null;
  /** One row per rule that applies, the unmet first. */
  readonly checks: readonly FileCheck[];
  readonly checkCounts: Readonly<Record<FileCheck['answer'], number>>;
  /** Order or cart the lines come from; null when there is none yet. */
  readonly orderReference: string | null;
  readonly firstLegalActOn: Day | null;
}

/** The applicant as the body that issues: its own name, address and SIREN. */
export function issuerOf({ applicant }: Pick<ApplicationFileFacts, 'applicant'>): DocumentModel['issuer'] {
  return {
    name: applicant.name,
    lines: [...applicant.addressLines, applicant.siren === null ? 'SIREN à compléter' : `SIREN ${applicant.siren}`],
  };
}

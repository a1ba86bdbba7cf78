// The address of a new link, shown once, with a button to copy it.

import { CopyButton } from '../copy-button';
import { Notice } from '../parts';

/** `address`: null when the same form had already made one. */
export function NewSchoolLink({ address }: { address: string | null }) {
  if (address === null) {
    return (
      <Notice tone="warn" title="Ce lien est déjà fait">
        <p>Son adresse n’est montrée qu’une fois. Faites-en un autre si vous ne l’avez pas copiée.</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" title="Copiez cette adresse et envoyez-la à l’école">
      <p className="row">
        <code className="wrapped">{address}</code>
        <CopyButton text={address} label="l’adresse" />
      </p>
      <p>Elle n’est montrée qu’une fois. Qui l’a peut écrire à la place de l’école : ne la publiez pas.</p>
    </Notice>
  );
}

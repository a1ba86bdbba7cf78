// Copies a text to the clipboard; absent without JavaScript, where the text can be selected.
import { useEffect, useState } from 'react';

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [state, setState] = useState<'absent' | 'ready' | 'copied' | 'failed'>('absent');
  // Only a browser that runs scripts and has a clipboard shows the button.
  useEffect(() => setState(navigator.clipboard ? 'ready' : 'absent'), []);
  if (state === 'absent') return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  return (
    <button type="button" className="secondary" onClick={copy} aria-label={`Copier ${label}`}>
      <span aria-live="polite">
        {state === 'copied' ? 'Copié' : state === 'failed' ? 'Sélectionnez le texte' : 'Copier'}
      </span>
    </button>
  );
}

// Fields with their label, hint and problem; they work without JavaScript.
import { useNavigation } from '@remix-run/react';
import { type ComponentPropsWithoutRef, type ReactNode, useId } from 'react';

interface Described {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
}

function describedBy(id: string, { hint, problem }: Described): string | undefined {
  const ids = [hint === undefined ? undefined : `${id}-hint`, problem === undefined ? undefined : `${id}-problem`];
  return ids.filter((one) => one !== undefined).join(' ') || undefined;
}

function Around({ id, label, hint, problem, children }: Described & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children}
      {problem !== undefined && (
        <span className="problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
}

type Loosened<P> = { [K in keyof P]?: P[K] | undefined };

/** A labelled input. */
export function Field({ label, hint, problem, ...input }: Described & Loosened<ComponentPropsWithoutRef<'input'>>) {
  const id = useId();
  const described = { label, hint, problem };
  const props = input as ComponentPropsWithoutRef<'input'>;
  return (
    <Around id={id} {...described}>
      <input
        id={id}
        {...props}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={describedBy(id, described)}
      />
    </Around>
  );
}

/** A labelled text area. */
export function TextArea({
  label,
  hint,
  problem,
  ...area
}: Described & Loosened<ComponentPropsWithoutRef<'textarea'>>) {
  const id = useId();
  const described = { label, hint, problem };
  const props = area as ComponentPropsWithoutRef<'textarea'>;
  return (
    <Around id={id} {...described}>
      <textarea
        id={id}
        {...props}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={describedBy(id, described)}
      />
    </Around>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A labelled list of choices; `empty` is the label of 'nothing chosen'. */
export function Select({
  label,
  hint,
  problem,
  options,
  empty,
  ...select
}: Described & Loosened<ComponentPropsWithoutRef<'select'>> & { options: readonly Option[]; empty?: string }) {
  const id = useId();
  const described = { label, hint, problem };
  const props = select as ComponentPropsWithoutRef<'select'>;
  return (
    <Around id={id} {...described}>
      <select
        id={id}
        {...props}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={describedBy(id, described)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** A check box or radio button with its label on the right. */
export function Choice({
  label,
  type = 'checkbox',
  ...input
}: { label: ReactNode } & Loosened<ComponentPropsWithoutRef<'input'>>) {
  const id = useId();
  return (
    <div className="choice">
      <input id={id} {...(input as ComponentPropsWithoutRef<'input'>)} type={type} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

/** Everything against the whole form, above it. */
export function FormProblem({ reasons, title }: { reasons?: readonly string[] | undefined; title?: string }) {
  if (reasons === undefined || reasons.length === 0) return null;
  return (
    <div className="notice bad" role="alert">
      {title !== undefined && <strong>{title}</strong>}
      {reasons.length === 1 ? (
        <p>{reasons[0]}</p>
      ) : (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The button that sends; inert while its page is sending, so that a double click sends once. */
export function Submit({
  children,
  tone,
  ...button
}: { children: ReactNode; tone?: 'secondary' | 'plain' | 'danger' | undefined } & Loosened<
  ComponentPropsWithoutRef<'button'>
>) {
  const busy = useNavigation().state === 'submitting';
  return (
    <button
      {...(button as ComponentPropsWithoutRef<'button'>)}
      type="submit"
      className={tone}
      disabled={busy || button.disabled}
    >
      {children}
    </button>
  );
}

// Where money can still be asked for, and what each route says to this commune.
import { Badge, type Tone } from '../parts';

export interface ShownRoute {
  readonly id: string;
  readonly name: string;
  readonly gives: string;
  readonly where: string;
  readonly answer: string;
  readonly tone: Exclude<Tone, 'accent'>;
  readonly conditions: readonly string[];
}

export function OpenRoutes({ of }: { of: readonly ShownRoute[] }) {
  return (
    <ul className="plain">
      {of.map((route) => (
        <li key={route.id} className="card">
          <div className="row apart baseline">
            <h3>{route.name}</h3>
            <Badge tone={route.tone}>{route.answer}</Badge>
          </div>
          <p>{route.gives}</p>
          <ul>
            {route.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
          <p>
            <small>Où demander : {route.where}.</small>
          </p>
        </li>
      ))}
    </ul>
  );
}

// Shape of the demonstration catalogue: fictitious suppliers, accords-cadres and prices around real models.
import type { AttributeCode } from '../products/attributes';
import type { CategoryCode } from '../products/categories';

export interface DemonstrationSupplier {
  readonly id: string;
  readonly name: string;
  readonly siret: string;
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
  readonly email: string;
}

export interface DemonstrationReference {
  /** Key of the line in the price schedule. */
  readonly reference: string;
  readonly label: string;
  readonly category: CategoryCode;
  readonly brand: string | null;
  readonly model: string | null;
  readonly description?: string;
  readonly unit: string;
  /** Fictitious price in cents, net. */
  readonly netCents: number;
  /** Basis points. */
  readonly vatRate: 2000 | 1000 | 550 | 210 | 0;
  /** Fictitious eco-contribution in cents, net. */
  readonly ecoCents: number;
  /** Known attributes only: what is not sure is left out, and stays unknown. */
  readonly attributes: Readonly<Partial<Record<AttributeCode, string | number | boolean>>>;
}

export interface DemonstrationLot {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly cpv: string;
  readonly holderId: string;
  /** Maximum over the whole duration, in cents, net. */
  readonly maximumCents: number;
  readonly deliveryDays: number;
  readonly references: readonly DemonstrationReference[];
}

export interface DemonstrationAccordCadre {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly mode: 'wholesaler' | 'intermediary';
  readonly notifiedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly lots: readonly DemonstrationLot[];
}

// State of an order, in words and colour.
import { type OrderState, orderStateLabels } from '~/domain/orders/order-states';
import { Badge, type Tone } from '../parts';

const tones: Readonly<Record<OrderState, Tone | undefined>> = {
  draft: undefined,
  submitted: 'warn',
  approved: 'warn',
  accepted: 'accent',
  issued: 'accent',
  delivered: 'good',
  returned: 'bad',
  cancelled: undefined,
};

/** A badge with the state's label. */
export function OrderStateBadge({ of }: { of: OrderState }) {
  return <Badge tone={tones[of]}>{orderStateLabels[of]}</Badge>;
}

// Store of the room orders: carts, orders and their lines, purchase orders, deliveries and re-invoicing.
export * from './cart';
export * from './checks';
export * from './deliveries';
export * from './lines';
export * from './orders';
export * from './past-orders';
export * from './purchase-orders';
export * from './reservations';
export * from './school-lines';

// All tables, for the client and for the migrations.
export * from './accords-cadres';
export * from './accounts';
export * from './campaigns';
export * from './checks';
export * from './contracts';
export * from './conventions';
export * from './grant-awards';
export * from './grant-file-steps';
export * from './grant-schemes';
export * from './grant-work';
export * from './grants';
export * from './offers';
export * from './orders';
export * from './organisations';
export * from './products';
export * from './records';
export * from './years';

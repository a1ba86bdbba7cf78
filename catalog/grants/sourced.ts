// Short writing of a value with its confidence and sources.
import type { SourceId } from './sources';
import type { Sourced } from './types';

export const confirmed = <Value>(value: Value, sources: readonly SourceId[], note?: string): Sourced<Value> => ({
  value,
  confidence: 'confirmed',
  sources,
  ...(note === undefined ? {} : { note }),
});

export const recalled = <Value>(value: Value, note?: string): Sourced<Value> => ({
  value,
  confidence: 'recalled',
  sources: [],
  ...(note === undefined ? {} : { note }),
});

export const unsure = <Value>(value: Value, note?: string): Sourced<Value> => ({
  value,
  confidence: 'unsure',
  sources: [],
  ...(note === undefined ? {} : { note }),
});

// A long list of choices that can be typed into: a plain list first, a combo box once the page is awake.
import { type ComponentType, useEffect, useState } from 'react';
import { type Option, Select } from './form';

export interface SearchSelectProps {
  readonly label: string;
  readonly name: string;
  readonly options: readonly Option[];
  /** Label of 'nothing chosen'. */
  readonly empty: string;
  readonly defaultValue: string;
}

/** A labelled choice among many; it sends the value of the chosen option, or nothing, with or without JavaScript. */
export function SearchSelect(props: SearchSelectProps) {
  const [Awake, wakeUp] = useState<ComponentType<SearchSelectProps>>();
  useEffect(() => {
    let shown = true;
    import('./search-select-awake').then(({ SearchSelectAwake }) => {
      if (shown) wakeUp(() => SearchSelectAwake);
    });
    return () => {
      shown = false;
    };
  }, []);
  return Awake ? <Awake {...props} /> : <Select {...props} />;
}

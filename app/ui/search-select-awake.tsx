// The combo box of a long list, on React Aria: loaded only by the pages that have one.
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { SearchSelectProps } from './search-select';

/** Type to narrow, arrows to choose; an empty field chooses nothing. */
export function SearchSelectAwake({ label, name, options, empty, defaultValue }: SearchSelectProps) {
  return (
    <ComboBox
      className="field search-select"
      name={name}
      formValue="key"
      menuTrigger="focus"
      defaultItems={options.map(({ value, label: text }) => ({ id: value, text }))}
      defaultSelectedKey={defaultValue === '' ? null : defaultValue}
    >
      <Label>{label}</Label>
      <div className="search-select-box">
        <Input placeholder={empty} />
        <Button aria-label={`Ouvrir la liste : ${label}`}>▾</Button>
      </div>
      <Popover className="search-select-list">
        <ListBox<{ id: string; text: string }>>{({ text }) => <ListBoxItem>{text}</ListBoxItem>}</ListBox>
      </Popover>
    </ComboBox>
  );
}

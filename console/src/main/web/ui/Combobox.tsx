import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface Option {
  id: string;
  label: string;
  note?: ReactNode;
}

interface ComboboxProps {
  label: string;
  placeholder?: string;
  options: readonly Option[];
  /** Told of what is typed, when the options come from elsewhere; else they are filtered here. */
  onType?: (text: string) => void;
  onPick: (option: Option) => void;
  /** Allows Enter on a text that no option has. */
  onText?: (text: string) => void;
  value?: string;
  busy?: boolean;
}

const MOST = 12;

/** A text field with suggestions, after the ARIA combobox pattern. */
export function Combobox({ label, placeholder, options, onType, onPick, onText, value = '', busy = false }: ComboboxProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const wanted = text.trim().toLowerCase();
  const shown = (
    onType === undefined && wanted !== '' && text !== value
      ? options.filter((o) => o.label.toLowerCase().includes(wanted) || o.id.toLowerCase().includes(wanted))
      : options
  ).slice(0, MOST);

  const pick = (option: Option) => {
    setText('');
    setOpen(false);
    onPick(option);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((shown.length + (open ? active + step : 0)) % Math.max(1, shown.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = open ? shown[active] : undefined;
      if (option !== undefined) {
        pick(option);
      } else if (text.trim() !== '') {
        setOpen(false);
        onText?.(text.trim());
      }
    } else if (event.key === 'Escape') {
      setOpen(false);
    }
  };
  return (
    <div className="combobox" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        ref={field}
        id={id}
        className="input"
        role="combobox"
        aria-expanded={open && shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && shown[active] !== undefined ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
          onType?.(event.target.value);
        }}
        onKeyDown={onKey}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} className="options" hidden={!open || shown.length === 0} aria-busy={busy}>
        {shown.map((option, i) => (
          <li
            key={option.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            className={i === active ? 'option option-active' : 'option'}
            onPointerDown={(event) => {
              event.preventDefault();
              pick(option);
            }}
          >
            <span>{option.label}</span>
            {option.note === undefined ? null : <span className="small muted">{option.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

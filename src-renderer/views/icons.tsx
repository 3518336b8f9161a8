/** The window's few signs, drawn as strokes in the colour of the text beside them. */
const paths = {
  add: 'M8 3v10M3 8h10',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4 14 14',
  close: 'M4 4l8 8M12 4l-8 8',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  more: 'M3 7.7h.6v.6H3zM7.7 7.7h.6v.6h-.6zM12.4 7.7h.6v.6h-.6z',
  send: 'M2.5 8h10M8.5 4l4 4-4 4',
  stop: 'M4.5 4.5h7v7h-7z',
  mic: 'M8 2a2 2 0 0 1 2 2v4a2 2 0 0 1-4 0V4a2 2 0 0 1 2-2ZM4 7.5V8a4 4 0 0 0 8 0v-.5M8 12v2',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  check: 'M3 8.5 6.5 12 13 4.5',
  edit: 'M3 13l.7-2.9L10.8 3l2.2 2.2-7.1 7.1L3 13Z',
  play: 'M5 3.5 12.5 8 5 12.5z',
  speak: 'M2.5 6h2.5l3.5-3v10L5 10H2.5zM10.5 5.5a3.5 3.5 0 0 1 0 5M12 3.5a6.2 6.2 0 0 1 0 9',
  fork: 'M4 13.5V9M4 9V2.5M4 9c0-3.5 8-1 8-4.5V2.5M10 4.5l2-2 2 2M2 4.5l2-2 2 2',
  pin: 'M6 2h4l-.5 5 2 2.5h-7l2-2.5zM8 9.5V14',
  again: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  forward: 'M4 3.5 11 8l-7 4.5zM13 3.5v9',
  left: 'M10 3.5 5.5 8 10 12.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  toEnd: 'M8 2.5v10M4 8.5l4 4 4-4',
  panel: 'M2 3h12v10H2zM10 3v10',
  warning: 'M8 2.5 14 13.5H2L8 2.5ZM8 6.5v3.5M8 11.8h.01',
  chip: 'M4.5 4.5h7v7h-7zM6.5 2v2.5M9.5 2v2.5M6.5 11.5V14M9.5 11.5V14M2 6.5h2.5M2 9.5h2.5M11.5 6.5H14M11.5 9.5H14',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3L4 11ZM7 14h2',
  hidden:
    'M2 8c1.8-2.8 3.8-4 6-4s4.2 1.2 6 4c-1.8 2.8-3.8 4-6 4s-4.2-1.2-6-4ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6ZM3 13.5l10-11',
  speech: 'M2.5 3h11v8H8l-3 2.5V11H2.5z',
  graph:
    'M8 2.5 10.5 5 8 7.5 5.5 5zM3.5 11a1.7 1.7 0 1 0 0 .01ZM12.5 11a1.7 1.7 0 1 0 0 .01ZM6.6 6.2 4.3 9.4M9.4 6.2l2.3 3.2',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3.2l2.2 1.5',
  pulse: 'M1.5 8.5h3l1.8-5 3 9 2-4h3.2',
  sliders: 'M2.5 4.5h5M11.5 4.5h2M9.5 2.7v3.6M2.5 11.5h2M8.5 11.5h5M6.5 9.7v3.6',
  globe:
    'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM2.5 8h11M8 2.5c4 3.5 4 7.5 0 11M8 2.5c-4 3.5-4 7.5 0 11',
  offline: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM13 2.5 3 13.5',
  person: 'M8 2.5a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4ZM3 13.5c.4-2.6 2.3-4 5-4s4.6 1.4 5 4',
  bin: 'M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.5 9h6l.5-9',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

export interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

/** Finds anybody and anything. */
export function Palette(_props: PaletteProps) {
  return null;
}

import { useEffect, useState } from 'react';

export type Theme = 'auto' | 'light' | 'dark';
const STORED = 'skillpod.theme';

function stored(): Theme {
  const value = localStorage.getItem(STORED);
  return value === 'light' || value === 'dark' ? value : 'auto';
}

/** The theme: the system's, until somebody chooses. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(stored);
  useEffect(() => {
    if (theme === 'auto') {
      delete document.documentElement.dataset.theme;
      localStorage.removeItem(STORED);
    } else {
      document.documentElement.dataset.theme = theme;
      localStorage.setItem(STORED, theme);
    }
  }, [theme]);
  return [theme, setTheme];
}

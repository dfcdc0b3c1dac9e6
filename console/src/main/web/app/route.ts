import { useSyncExternalStore } from 'react';

/** Where the console is, from the part of the address after #: /view/tab?name=value. */
export interface Route {
  view: string;
  tab: string;
  query: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  const text = hash.replace(/^#\/?/, '');
  const [path = '', query = ''] = text.split('?', 2);
  const [view = '', tab = ''] = path.split('/');
  return { view: view === '' ? 'learner' : view, tab, query: new URLSearchParams(query) };
}

export function href(view: string, tab = '', query: Record<string, string | undefined> = {}): string {
  const said = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const text = new URLSearchParams(said).toString();
  return `#/${view}${tab === '' ? '' : `/${tab}`}${text === '' ? '' : `?${text}`}`;
}

export function go(to: string): void {
  window.location.hash = to.replace(/^#/, '');
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (listener) => {
      window.addEventListener('hashchange', listener);
      return () => window.removeEventListener('hashchange', listener);
    },
    () => window.location.hash,
  );
  return parseRoute(hash);
}

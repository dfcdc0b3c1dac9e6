import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { LearnerView } from '../learner/LearnerView.tsx';
import { Loading } from '../ui/State.tsx';
import { CallsDrawer } from './CallsDrawer.tsx';
import { openCalls } from './drawer.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { href, useRoute } from './route.ts';
import { ServiceState } from './ServiceState.tsx';
import { useTheme, type Theme } from './theme.ts';

const MarketView = lazy(() => import('../market/MarketView.tsx'));
const ModelsView = lazy(() => import('../models/ModelsView.tsx'));
const ServiceView = lazy(() => import('../service/ServiceView.tsx'));

const VIEWS = [
  ['learner', 'Learner'],
  ['market', 'Market'],
  ['models', 'Models'],
  ['service', 'Service'],
] as const;

export function App() {
  const route = useRoute();
  const [keysOpen, setKeysOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const title = VIEWS.find(([id]) => id === route.view)?.[1] ?? 'Not found';
  const first = useRef(true);
  useEffect(() => {
    document.title = `${title} – SkillPod console`;
    if (first.current) {
      first.current = false;
    } else {
      main.current?.focus();
    }
  }, [title]);
  return (
    <>
      <a className="skip" href="#main" onClick={(e) => { e.preventDefault(); main.current?.focus(); }}>
        Skip to content
      </a>
      <header className="top">
        <a className="brand" href={href('learner')}>
          <Logo />
          <span>SkillPod</span>
        </a>
        <nav className="views" aria-label="Views">
          {VIEWS.map(([id, label]) => (
            <a key={id} href={href(id)} aria-current={id === route.view ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <div className="top-tools">
          <ServiceState />
          <button type="button" className="button button-quiet" onClick={() => openCalls('')} aria-label="API calls of this page">
            <code aria-hidden="true">&lt;/&gt;</code>
            <span className="wide-only">API calls</span>
          </button>
          <button type="button" className="button button-quiet" onClick={() => setKeysOpen(true)}>
            Keys
          </button>
          <ThemeButton />
          <a className="button button-quiet" href="/docs">
            API docs
          </a>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<Loading what={title} lines={6} />}>
          {route.view === 'learner' ? <LearnerView route={route} /> : null}
          {route.view === 'market' ? <MarketView route={route} /> : null}
          {route.view === 'models' ? <ModelsView route={route} /> : null}
          {route.view === 'service' ? <ServiceView /> : null}
          {title === 'Not found' ? (
            <p className="state">
              There is no such view. <a href={href('learner')}>Go to the learner view</a>
            </p>
          ) : null}
        </Suspense>
      </main>
      <CallsDrawer />
      {keysOpen ? <KeysDialog onClose={() => setKeysOpen(false)} /> : null}
    </>
  );
}

function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="logo-ground" />
      <path d="M8 22.5 13.2 16l4.3 3.4L24 10" className="logo-line" />
      <circle cx="24" cy="10" r="2.6" className="logo-dot" />
    </svg>
  );
}

const NEXT: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' };
const NAMES: Record<Theme, string> = { auto: 'Auto', light: 'Light', dark: 'Dark' };

function ThemeButton() {
  const [theme, setTheme] = useTheme();
  return (
    <button type="button" className="button button-quiet" onClick={() => setTheme(NEXT[theme])} aria-label={`Theme: ${NAMES[theme]}. Change to ${NAMES[NEXT[theme]]}`}>
      {NAMES[theme]}
    </button>
  );
}

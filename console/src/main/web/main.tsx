import './styles/tokens.css';
import './styles/base.css';
import './styles/ui.css';
import './styles/views.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SkillPodError } from '@skillpod/client';
import { maySucceedLater } from './api/client.ts';
import { App } from './app/App.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && maySucceedLater(error),
      retryDelay: (_, error) => Math.min(10, (error instanceof SkillPodError && error.retryAfter) || 1) * 1000,
    },
  },
});

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { createQueryClient, JournalProvider } from './journal-client/index.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');

createRoot(root).render(
  <StrictMode>
    <JournalProvider client={createQueryClient()}>
      <App />
    </JournalProvider>
  </StrictMode>,
);

import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { api, Failure } from './api.js';
import type { Start } from './api.js';
import { ApplicationPage } from './application-page.js';
import { CertificatePage } from './certificate-page.js';
import { DeskPage, TaskPage } from './desk.js';
import { ServicesPage } from './services.js';
import { SignInPage } from './sign-in.js';
import { LocaleContext, useWords } from './words.js';

/** Where the page is: what stands behind the "#" of its address. */
function useRoute(): readonly string[] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = (): void => setHash(location.hash);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return hash.replace(/^#\/?/u, '').split('/').map(decodeURIComponent);
}

/** All pages: of somebody who applies, and of an authority. */
export function App(): ReactNode {
  const [locale, setLocale] = useState<'zh' | 'en'>(navigator.language.startsWith('zh') ? 'zh' : 'en');
  const [start, setStart] = useState<Start>();
  const [failure, setFailure] = useState<string>();
  const refresh = useCallback(() => {
    api
      .start()
      .then(setStart, (error: unknown) =>
        setFailure(error instanceof Failure ? error.message : String(error)),
      );
  }, []);
  useEffect(refresh, [refresh]);
  useEffect(() => void (document.documentElement.lang = locale), [locale]);
  return (
    <LocaleContext value={locale}>
      <Frame start={start} onLocale={() => setLocale(locale === 'zh' ? 'en' : 'zh')} onSession={refresh}>
        {failure !== undefined && <p role="alert">{failure}</p>}
        {start !== undefined && <Content start={start} onSession={refresh} />}
      </Frame>
    </LocaleContext>
  );
}

interface FrameProps {
  start: Start | undefined;
  onLocale: () => void;
  onSession: () => void;
  children: ReactNode;
}

function Frame({ start, onLocale, onSession, children }: FrameProps): ReactNode {
  const { locale, say } = useWords();
  const signOut = (): void => {
    location.hash = '';
    void api.signOut().then(onSession);
  };
  return (
    <>
      <header>
        <a href="#/">{say('title')}</a>
        <button type="button" lang={locale === 'zh' ? 'en' : 'zh'} onClick={onLocale}>
          {locale === 'zh' ? 'English' : '中文'}
        </button>
        {start?.session !== null && start !== undefined && (
          <button type="button" onClick={signOut}>
            {say('signOut')}
          </button>
        )}
      </header>
      <main>{children}</main>
    </>
  );
}

function Content({ start, onSession }: { start: Start; onSession: () => void }): ReactNode {
  const [page, id, part, step] = useRoute();
  const { session } = start;
  if (session === null) return <SignInPage start={start} onSession={onSession} />;
  if (session.kind === 'authority') {
    return page === 'task' && id !== undefined ? <TaskPage key={id} id={id} /> : <DeskPage />;
  }
  if (page === 'application' && id !== undefined && part === 'certificate' && step !== undefined) {
    return <CertificatePage id={id} step={step} />;
  }
  if (page === 'application' && id !== undefined) return <ApplicationPage key={id} id={id} />;
  return <ServicesPage services={start.services} />;
}

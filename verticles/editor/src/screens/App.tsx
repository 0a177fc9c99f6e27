import { Tooltip } from 'radix-ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import './screens.css';
import '../windows/windows.css';
import { messageOf } from '../bridge/failures';
import { Notices } from '../design/Notices';
import { begin, useSession } from '../session/session';
import { connect, disconnect } from '../stores/connection';
import { beginHearing } from '../stores/elsewhere';
import { beginNews, onNews } from '../stores/news';
import { complain } from '../stores/notices';
import { loadNodeTypes } from '../stores/nodeTypes';
import { forgetProjects } from '../stores/projects';
import { useRoute, type Route } from '../stores/route';
import { beginSaving } from '../stores/saving';
import { Home } from './home/Home';
import { ImportWarnings } from './ImportWarnings';
import { Lost } from './Lost';
import { Mishap } from './Mishap';
import { SignIn } from './SignIn';

const Editor = lazy(() => import('./Editor').then(({ Editor: screen }) => ({ default: screen })));
const Settings = lazy(() => import('./Settings').then(({ Settings: screen }) => ({ default: screen })));

export function App() {
  const { state } = useSession();
  const [trouble, setTrouble] = useState<string | undefined>();
  const enter = () => {
    setTrouble(undefined);
    begin(takeLinkCode()).catch((error: unknown) => {
      setTrouble(messageOf(error));
      useSession.setState({ state: 'out' });
    });
  };
  useEffect(enter, []);
  return (
    <Tooltip.Provider delayDuration={350}>
      <Mishap>{state === 'in' ? <SignedIn /> : state === 'out' ? <SignIn trouble={trouble} /> : <p className="waiting-screen muted">One moment</p>}</Mishap>
      <Notices />
    </Tooltip.Provider>
  );
}

function SignedIn() {
  const route = useRoute((state) => state.route);
  useEffect(() => {
    connect();
    const endSaving = beginSaving();
    const endNews = beginNews();
    const endHearing = beginHearing();
    const loadTypes = () => void loadNodeTypes().catch(complain);
    const endTypes = onNews(({ news }) => news === 'node-types' && loadTypes());
    loadTypes();
    return () => {
      endTypes();
      endHearing();
      endNews();
      forgetProjects();
      endSaving();
      disconnect();
    };
  }, []);
  return (
    <Suspense fallback={<p className="waiting-screen muted">One moment</p>}>
      <Screen of={route} />
      <ImportWarnings />
    </Suspense>
  );
}

function Screen({ of: route }: { of: Route }) {
  switch (route.screen) {
    case 'home':
      return <Home />;
    case 'settings':
      return <Settings />;
    case 'lost':
      return <Lost />;
    case 'spell':
      return <Editor spell={route.spell} run={route.run} node={route.node} />;
  }
}

/** The code of the printed link; it is spent at once, and has no place in the history of the browser. */
function takeLinkCode(): string | undefined {
  const code = /^#link=([\w-]+)$/.exec(location.hash)?.[1];
  if (code !== undefined) {
    history.replaceState(null, '', '#/');
    useRoute.setState({ route: { screen: 'home' } });
  }
  return code;
}

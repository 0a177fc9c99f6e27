import { createRoot } from 'react-dom/client';
import { setNonce } from 'get-nonce';
import './design/tokens.css';
import './design/base.css';
import { applyTheme } from './design/theme';
import { styleNonce } from './design/nonce';
import { App } from './screens/App';

setNonce(styleNonce());
applyTheme();

const place = document.getElementById('app');
if (place) {
  createRoot(place).render(<App />);
}

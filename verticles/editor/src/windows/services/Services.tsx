import '../windows.css';
import './services.css';
import { rest } from '../../rest/rest';
import { Trouble } from '../listing/Listing';
import { usePages } from '../listing/usePages';
import { SERVICES } from './services';

const description = () => rest<{ readonly paths: object }>('GET', '/api/openapi.json');

/** Services without a window: what theirs will show, and whether this server has them. */
export default function Services() {
  const read = usePages(description);
  const paths = read.pages[0] && Object.keys(read.pages[0].paths);
  return (
    <div className="services" tabIndex={0} role="region" aria-label="Services without a window">
      <p className="muted">These services have no window yet. Each will get one here; until then, what is on this server is reached over REST and by its nodes.</p>
      {read.standing === 'failed' && <Trouble text={read.trouble ?? ''} again={read.again} />}
      <ul>
        {SERVICES.map(({ title, icon: Icon, path, about }) => {
          const isHere = paths?.some((one) => one === path || one.startsWith(`${path}/`));
          return (
            <li key={path}>
              <h3><Icon size={15} aria-hidden />{title}</h3>
              <p>{about}</p>
              <p className="muted">{isHere === undefined ? 'One moment' : isHere ? <>On this server at <code>{path}</code></> : 'Not on this server'}</p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

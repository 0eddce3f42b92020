import { openStore } from '../../db/store.js';
import { storeContract } from './contract.js';
import { temporaryStore, temporaryThreadStore } from './stores.js';

storeContract('on disk, on this thread', () => temporaryStore());
storeContract('on disk, writing on its own thread', () => temporaryThreadStore());
storeContract('in memory', async () => openStore(':memory:'));

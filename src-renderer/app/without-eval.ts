import { config } from 'zod';

// The page's policy forbids building functions from strings. Zod would try, and be reported for it, so it is
// told beforehand; this module must therefore be imported before any schema.
config({ jitless: true });

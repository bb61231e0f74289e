import { build } from '/work/main/node_modules/esbuild/lib/main.js';
import { apiBuildOptions } from '/work/main/tools/build-api.mjs';
const o = apiBuildOptions(['main','migrate','seed-base'], '/work/main/tmp/bundled');
const inside=(process.env.INSIDE??'@nestjs rxjs').split(' ');
const external=['@nestjs/microservices*','@nestjs/websockets*','@nestjs/platform-socket.io','@nestjs/platform-fastify','@fastify/static'];
const plugin={name:'ext',setup(b){ b.onResolve({filter:/^[^./]/},(a)=>{ if(a.path.startsWith('@wir/')||a.path.startsWith('node:')) return; if(/^\/|^[A-Za-z]:/.test(a.path)) return; const pkg=a.path.startsWith('@')?a.path.split('/').slice(0,2).join('/'):a.path.split('/')[0]; if(a.kind==='entry-point') return; const ok=inside.some(i=>pkg===i||pkg.startsWith(i+'/')); if(!ok) return {path:a.path,external:true}; }) }};
const r = await build({...o, packages: undefined, external, plugins:[plugin,...o.plugins], conditions:['node','import','module','default'], banner:{js:"import { createRequire as wirCreateRequire } from 'node:module'; const require = wirCreateRequire(import.meta.url);"}, logLevel:'info', metafile:true});

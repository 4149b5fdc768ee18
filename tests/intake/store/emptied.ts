import { openStore } from '../../../src/intake/store/open-store.ts'
import { query } from '../postgres.ts'

/** The tables of the store, without the list of its migrations. */
const TABLES = `select relname from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'`

/**
 * Makes the tables in an empty database, once, and remembers what stands in them at first.
 * @returns how to bring a database back to that: each migration again for each test is most of what a test costs
 */
export async function emptied(databaseUrl: string): Promise<() => Promise<void>> {
  await (await openStore({ databaseUrl })).close()
  await query(
    databaseUrl,
    `create schema first;
    do $$ declare name text; begin
      for name in ${TABLES} loop
        execute format('create table first.%1$I as table public.%1$I', name);
      end loop;
    end $$`,
  )
  return async () => {
    await query(
      databaseUrl,
      `do $$ declare name text; begin
        -- As a replica, which takes rows in any order: keys from one table to another are not looked at.
        set local session_replication_role = replica;
        for name in ${TABLES} loop
          execute format('delete from public.%1$I', name);
          execute format('insert into public.%1$I table first.%1$I', name);
        end loop;
        for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' loop
          execute format('alter sequence public.%1$I restart', name);
        end loop;
      end $$`,
    )
  }
}

namespace ClientLedger.Postgres;

/// <summary>
/// What the planner knows of the tables. ANALYZE is the owner's, and the app's role owns nothing: a function that runs as its owner, whose migration made
/// it, does it for the app.
/// </summary>
internal static class PostgresStatistics
{
    public const string Function = "app_refresh_statistics";

    /// <summary>Makes the function. Every table of tenants is analysed, always in the same order, so that two who call at once wait and never lock each other out.</summary>
    public const string Create = $"""
        CREATE FUNCTION {Function}() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS $$
        DECLARE fenced regclass;
        BEGIN
          FOR fenced IN SELECT oid FROM pg_class WHERE relrowsecurity AND relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY oid LOOP
            EXECUTE format('ANALYZE %s', fenced);
          END LOOP;
        END $$;
        REVOKE ALL ON FUNCTION {Function}() FROM PUBLIC;
        """;
}

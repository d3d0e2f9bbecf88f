using ClientLedger.Web;

#pragma warning disable RS0030 // The one place that knows the console: commands are given it as a writer.
return await LedgerHost.RunAsync(args, Console.Out);
#pragma warning restore RS0030

using System.Net;
using ClientLedger.Help.Demo;
using ClientLedger.Help.Demo.Company;
using ClientLedger.TestKit;
using ClientLedger.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Web;

/// <summary>A host that makes the demo by itself.</summary>
[Collection(HostCollection.Name)]
public sealed class DemoHostTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HostFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_fresh_start_answers_at_once_fills_the_demo_and_prints_address_accounts_and_password_in_both_languages()
    {
        using var first = new Console();
        string address;
        await using (var host = await StartAsync(first, "--Demo=true"))
        {
            address = host.Urls.Single();
            using var client = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri($"{address}/health"))).StatusCode);
            await first.ReadsAsync("演示数据已全部写入。");
            await host.StopAsync();
        }

        var printed = first.ToString();
        Assert.Contains($"The demo tenant is at {address}/t/demo", printed, StringComparison.Ordinal);
        Assert.Contains($"演示租户的地址：{address}/t/demo", printed, StringComparison.Ordinal);
        Assert.All(DemoStaff.All, person => Assert.Contains(person.Email, printed, StringComparison.Ordinal));
        Assert.Matches("First password of all of them: Demo-[a-z]{4}-[a-z]{4}-[0-9]{4}", printed);

        using var second = new Console();
        await using var again = await StartAsync(second, "--Demo=true");
        await second.ReadsAsync("以上账号的初始密码");
        Assert.DoesNotContain("数据正在后台写入", second.ToString(), StringComparison.Ordinal);
        await again.StopAsync();
    }

    [Fact]
    public async Task A_password_that_was_configured_is_not_repeated()
    {
        using var console = new Console();
        await using var host = await StartAsync(console, "--Demo=true", "--Demo:Password=a password of ours");
        await console.ReadsAsync("演示数据已全部写入。");
        await host.StopAsync();

        Assert.DoesNotContain("a password of ours", console.ToString(), StringComparison.Ordinal);
        Assert.Contains("Demo:Password", console.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", "", true)]
    [InlineData("Development", "false", false)]
    [InlineData("Production", "", false)]
    [InlineData("Production", "true", true)]
    public async Task Without_a_setting_there_is_one_in_development_alone(string environment, string setting, bool isWanted)
    {
        using var console = new Console();
        await using var host = await StartAsync(console, $"--environment={environment}", $"--Demo={setting}");
        await host.StopAsync();

        Assert.Equal(isWanted, host.Services.GetRequiredService<DemoChoice>().IsWanted);
    }

    [Fact]
    public async Task A_setting_that_is_neither_true_nor_false_is_refused()
    {
        var (exitCode, output) = await folder.RunAsync("--Demo=maybe", "--urls=http://127.0.0.1:0");

        Assert.Equal(1, exitCode);
        Assert.Contains("The setting Demo is 'maybe'.", output, StringComparison.Ordinal);
        Assert.Contains("设置 Demo 的值为“maybe”", output, StringComparison.Ordinal);
    }

    private Task<WebApplication> StartAsync(Console console, params IReadOnlyList<string> options) => LedgerHost.StartAsync(
        [$"--CLIENTLEDGER_DATA={folder.FullName}", "--urls=http://127.0.0.1:0", .. options], console, services => services.AddSingleton(new DemoSize(30)));

    /// <summary>What a start prints, for somebody who waits for a line of it.</summary>
    private sealed class Console : StringWriter
    {
        private readonly Lock gate = new();
        private readonly List<(string Text, TaskCompletionSource Read)> waiting = [];

        public override Task WriteLineAsync(string? value)
        {
            lock (gate)
            {
                WriteLine(value);
                foreach (var (_, read) in waiting.Where(each => ToString().Contains(each.Text, StringComparison.Ordinal)))
                {
                    read.TrySetResult();
                }
            }

            return Task.CompletedTask;
        }

        public async Task ReadsAsync(string text)
        {
            var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (gate)
            {
                waiting.Add((text, read));
                if (ToString().Contains(text, StringComparison.Ordinal))
                {
                    read.TrySetResult();
                }
            }

            await read.Task.WaitAsync(Patience);
        }
    }
}

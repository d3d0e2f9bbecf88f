using System.Net;
using System.Text;
using ClientLedger.Imports;
using ClientLedger.Imports.Uploads;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Imports.Pages;

/// <summary>Uploads go into the ledger as they come, so that they lie nowhere in clear, and from forms of our own alone.</summary>
[Collection(HostCollection.Name)]
public sealed class StreamedUploadTests(RunningApp running) : IClassFixture<RunningApp>
{
    private const string Page = $"/t/{TwoTenants.Acme}/imports/new-file";

    private static readonly byte[] Table = Encoding.UTF8.GetBytes("name,notes\nAcme," + new string('x', 2 * UploadStream.ChunkBytes) + "\n");

    [Fact]
    public async Task The_beginning_of_a_file_lies_in_the_ledger_before_its_end_has_come()
    {
        var anna = await running.App.SignInAsync(LedgerApp.AnnaEmail);
        await anna.FollowAsync(Page);
        var held = new TaskCompletionSource();
        using var form = Form((PageForm.TokenName, PageForm.TokenOf(anna.Page)), new HeldContent(Table, held.Task));
        var sending = anna.SendAsync(new HttpRequestMessage(HttpMethod.Post, Page) { Content = form });
        while (!sending.IsCompleted && await CountAsync<UploadChunk>(TwoTenants.Acme) == 0)
        {
            await Task.Delay(20);
        }

        Assert.False(sending.IsCompleted);
        held.SetResult();
        Assert.Equal(HttpStatusCode.Redirect, (await sending).StatusCode);
        Assert.Equal(3, await CountAsync<UploadChunk>(TwoTenants.Acme));
        Assert.Equal(0, await CountAsync<UploadChunk>(TwoTenants.Globex));
    }

    [Fact]
    public async Task A_form_without_its_token_before_the_file_is_turned_away_and_nothing_of_it_is_kept()
    {
        var gina = await running.App.SignInAsync(LedgerApp.GinaEmail);
        const string page = $"/t/{TwoTenants.Globex}/imports/new-file";
        await gina.FollowAsync(page);
        var token = PageForm.TokenOf(gina.Page);
        foreach (var content in new HttpContent[]
        {
            Form(null, new ByteArrayContent(Table)),
            Form((PageForm.TokenName, token[..^4] + "AAAA"), new ByteArrayContent(Table)),
            Form((PageForm.TokenName, new string('A', 100_000)), new ByteArrayContent(Table)),
            Form(("other", token), new ByteArrayContent(Table)),
            new StringContent("token=" + token, Encoding.UTF8, "application/x-www-form-urlencoded"),
            new StringContent("no form", Encoding.UTF8, "multipart/form-data"),
        })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await gina.SendAsync(new HttpRequestMessage(HttpMethod.Post, page) { Content = content })).StatusCode);
        }

        Assert.Equal(0, await CountAsync<ImportRun>(TwoTenants.Globex));

        // With its token, but without a file, it is told what is missing.
        using var empty = new MultipartFormDataContent { { new StringContent(token), PageForm.TokenName } };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await gina.SendAsync(new HttpRequestMessage(HttpMethod.Post, page) { Content = empty })).StatusCode);
        Assert.Equal(0, await CountAsync<ImportRun>(TwoTenants.Globex));
    }

    private static MultipartFormDataContent Form((string Name, string Value)? first, HttpContent file)
    {
        var form = new MultipartFormDataContent();
        if (first is { } field)
        {
            form.Add(new StringContent(field.Value), field.Name);
        }

        form.Add(file, "file", "streamed.csv");
        return form;
    }

    private async Task<int> CountAsync<T>(string tenant)
        where T : class
    {
        var scope = await running.App.OpenAsync(tenant, tenant == TwoTenants.Acme ? LedgerApp.AnnaEmail : LedgerApp.GinaEmail);
        await using var context = scope.Database.CreateContext(scope.TenantId);
        return await context.Set<T>().CountAsync();
    }

    /// <summary>Sends its end only when it is let.</summary>
    private sealed class HeldContent(byte[] content, Task held) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var begins = content.Length - 10;
            await stream.WriteAsync(content.AsMemory(0, begins));
            await stream.FlushAsync();
            await held;
            await stream.WriteAsync(content.AsMemory(begins));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = content.Length;
            return true;
        }
    }
}

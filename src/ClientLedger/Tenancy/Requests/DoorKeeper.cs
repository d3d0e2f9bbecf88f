using System.Reflection;
using ClientLedger.Access;
using ClientLedger.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace ClientLedger.Tenancy.Requests;

/// <summary>
/// Lets in by what a page declares (<see cref="DoorAccessAttribute"/>), before it is made and before anything that was sent is read, and opens the
/// ledger for members. A page that declares nothing is nobody's, and one that has no answer to a request isn't shown.
/// </summary>
internal sealed class DoorKeeper(LedgerScopes scopes) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (context.ActionDescriptor is not CompiledPageActionDescriptor page)
        {
            return;
        }

        context.Result = Demanded(page, context.HttpContext.Request.Method) switch
        {
            Admission.Anybody => null,
            Admission.Account => context.HttpContext.User.AccountId() is null ? new ChallengeResult() : null,
            Admission.Member => await AdmitMemberAsync(context.HttpContext),
            var other => throw new InvalidOperationException($"{page.DisplayName} is a door for {other}, and a request is none."),
        };
        context.Result ??= Unanswered(page, context.HttpContext.Request);
    }

    /// <summary>A request that no handler of the page takes: the page would be shown without having been made. One that is only looked at may need no handler.</summary>
    private static StatusCodeResult? Unanswered(CompiledPageActionDescriptor page, HttpRequest request)
    {
        var ofMethod = page.HandlerMethods.Where(handler => Answers(handler, request.Method)).ToList();
        var isLookedAt = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if ((isLookedAt && ofMethod.Count == 0) || ofMethod.Exists(handler => handler.Name is null || string.Equals(handler.Name, request.Query["handler"], StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return new StatusCodeResult(ofMethod.Count == 0 ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound);
    }

    private async Task<IActionResult?> AdmitMemberAsync(HttpContext context)
    {
        if (context.Tenant() is not { } tenant)
        {
            return new NotFoundResult();
        }

        if (context.User.AccountId() is not { } account)
        {
            return new ChallengeResult();
        }

        try
        {
            var actor = new Actor(ActorKind.Person, account, context.User.Identity!.Name ?? "");
            context.Features.Set(await scopes.OpenAsync(tenant.Id, actor, context.RequestAborted));
            return null;
        }
        catch (RefusedException refused) when (refused.Refusal.Code == TenancyMessages.NotMember)
        {
            return new RefusalResult(refused.Refusal, StatusCodes.Status403Forbidden);
        }
    }

    /// <summary>What the page declares, or the strictest of what its handlers of the method declare.</summary>
    private static Admission Demanded(CompiledPageActionDescriptor page, string method) =>
        page.ModelTypeInfo?.GetCustomAttribute<DoorAccessAttribute>()?.Admission
        ?? page.HandlerTypeInfo.GetCustomAttribute<DoorAccessAttribute>()?.Admission
        ?? page.HandlerMethods
            .Where(handler => Answers(handler, method))
            .Select(handler => handler.MethodInfo.GetCustomAttribute<DoorAccessAttribute>()?.Admission ?? Admission.System)
            .DefaultIfEmpty(Admission.System)
            .Max();

    private static bool Answers(HandlerMethodDescriptor handler, string method) =>
        string.Equals(handler.HttpMethod, HttpMethods.IsHead(method) ? HttpMethods.Get : method, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Ends a request with a refusal.</summary>
internal sealed class RefusalResult(Refusal refusal, int status) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => RefusalPage.WriteAsync(context.HttpContext, refusal, status);
}

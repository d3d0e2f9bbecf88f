using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ClientLedger.Imports.Uploads;

/// <summary>
/// Reads a form with a file as it comes. The framework would first lay down the file in the machine's temporary folder, in clear; that is also why the
/// form's token is checked here, which must stand before the file.
/// </summary>
internal sealed class UploadForm(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> tokens)
{
    /// <summary>A token has some hundred.</summary>
    private const int MostTokenBytes = 8 * 1024;

    /// <summary>Checks that a page of ours sent the form, and opens its file.</summary>
    /// <param name="field">Name of the file's field.</param>
    /// <returns>What the person calls the file, and its bytes as they come; no name and no bytes where the form has no file.</returns>
    /// <exception cref="AntiforgeryValidationException">No page of ours sent it.</exception>
    /// <exception cref="BadHttpRequestException">It isn't such a form, or breaks off.</exception>
    public async Task<(string Name, Stream Content)> OpenAsync(HttpContext context, string field, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(BoundaryOf(context.Request), context.Request.Body) { BodyLengthLimit = MostTokenBytes };
        try
        {
            if ((await reader.ReadNextSectionAsync(cancellationToken))?.AsFormDataSection() is not { } token || token.Name != tokens.Value.FormFieldName)
            {
                throw new AntiforgeryValidationException("The form doesn't begin with its token.");
            }

            // Found there it isn't looked for in the form, which would read all of it.
            context.Request.Headers[tokens.Value.HeaderName!] = await token.GetValueAsync(cancellationToken);
            await antiforgery.ValidateRequestAsync(context);
            reader.BodyLengthLimit = null;
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.AsFileSection() is { FileStream: { } content } file && file.Name == field)
                {
                    return (file.FileName, content);
                }
            }

            return ("", Stream.Null);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form can't be read.", broken);
        }
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 } boundary
            ? boundary
            : throw new BadHttpRequestException("A form with a file is expected.");
}

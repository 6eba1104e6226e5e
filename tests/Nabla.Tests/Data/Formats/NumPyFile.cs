using System.Text.Json;

namespace Nabla.Tests.Data.Formats;

/// <summary>A file that NumPy wrote, and what is in it (tests/golden/make_npy.py).</summary>
internal sealed record NumPyFile(string Name, byte[] Content, Shape? Shape, double[] Elements)
{
    public static IEnumerable<NumPyFile> All()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "tests", "golden", "npy.json")))
        {
            folder = folder.Parent;
        }

        Assert.SkipWhen(folder is null, "The golden files lie in the repository, which is not above the tests.");
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(folder!.FullName, "tests", "golden", "npy.json")));
        return [.. document.RootElement.EnumerateArray().Select(Of)];
    }

    private static NumPyFile Of(JsonElement element) => new(
        element.GetProperty("name").GetString()!,
        element.GetProperty("file").GetBytesFromBase64(),
        element.TryGetProperty("shape", out JsonElement shape)
            ? Nabla.Shape.Create([.. shape.EnumerateArray().Select(extent => extent.GetInt64())])
            : null,
        shape.ValueKind is JsonValueKind.Undefined
            ? []
            : [.. element.GetProperty("data").EnumerateArray().Select(item => item.GetDouble())]);
}

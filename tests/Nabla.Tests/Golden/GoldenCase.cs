using System.Text.Json;
using Nabla.Testing;

namespace Nabla.Tests.Golden;

/// <summary>One case of a golden file: what PyTorch gave (see tests/golden/README.md).</summary>
internal sealed class GoldenCase(JsonElement element)
{
    public string Name => element.GetProperty("name").GetString()!;

    public string Operation => element.GetProperty("operation").GetString()!;

    public static IEnumerable<GoldenCase> In(string file)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "tests", "golden")))
        {
            folder = folder.Parent;
        }

        Assert.SkipWhen(folder is null, "The golden files lie in the repository, which is not above the tests.");
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(folder!.FullName, "tests", "golden", file)));
        return [.. document.RootElement.EnumerateArray().Select(item => new GoldenCase(item.Clone()))];
    }

    public static GoldenCase Named(string file, string name) => In(file).Single(item => item.Name == name);

    public bool HasOutput(string name) => element.GetProperty("outputs").TryGetProperty(name, out _);

    public Tensor Input(string name) => TensorAt(element.GetProperty("inputs").GetProperty(name));

    public double[] Output(string name) => Numbers(element.GetProperty("outputs").GetProperty(name));

    public double[] Gradient(string name) => Numbers(element.GetProperty("gradients").GetProperty(name));

    /// <summary>The numbers that the gradients weigh an output with.</summary>
    public Tensor Cotangents(string name) => TensorAt(element.GetProperty("cotangents").GetProperty(name));

    public double Cotangent => Numbers(element.GetProperty("cotangents").GetProperty("output"))[0];

    public bool IsTrue(string attribute) => element.GetProperty("attributes").GetProperty(attribute).GetBoolean();

    public double Number(string attribute) => element.GetProperty("attributes").GetProperty(attribute).GetDouble();

    public bool Has(string attribute) => element.GetProperty("attributes").TryGetProperty(attribute, out _);

    public string Text(string attribute) => element.GetProperty("attributes").GetProperty(attribute).GetString()!;

    /// <summary>Compares numbers by their distance, in relation to the largest of them.</summary>
    public static void AssertClose(double[] expected, Tensor actual, double tolerance, string what)
    {
        double scale = expected.Length == 0 ? 1 : Math.Max(expected.Max(Math.Abs), 1e-300);
        new Tolerance(0, scale * tolerance).Check(actual, expected, what);
    }

    private static Tensor TensorAt(JsonElement tensor)
    {
        Shape shape = Shape.Create(
            [.. tensor.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt64())]);
        double[] numbers = Numbers(tensor);
        return tensor.GetProperty("dtype").GetString() == "int64"
            ? Tensor.From(Array.ConvertAll(numbers, number => (long)number), shape)
            : Tensor.From(numbers, shape);
    }

    private static double[] Numbers(JsonElement tensor) =>
        [.. tensor.GetProperty("data").EnumerateArray().Select(item => item.ValueKind is JsonValueKind.String
            ? double.Parse(item.GetString()!) : item.GetDouble())];
}

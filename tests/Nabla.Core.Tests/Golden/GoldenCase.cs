using System.Globalization;
using System.Text.Json;

namespace Nabla.Tests.Golden;

/// <summary>What PyTorch says an operation gives: values, gradients and gradients of gradients.</summary>
internal sealed class GoldenCase
{
    private static readonly string[] s_files =
    [
        "elementwise", "reductions", "linear", "losses", "movement", "activations", "images", "normalizations",
        "pooling", "convolutions",
    ];

    private static readonly Lazy<GoldenCase[]> s_all = new(() => [.. s_files.SelectMany(Read)]);

    private readonly JsonElement _json;

    private GoldenCase(JsonElement json) => _json = json;

    public string Name => _json.GetProperty("name").GetString()!;

    /// <summary>The names of the inputs, in order.</summary>
    public string[] Inputs => [.. _json.GetProperty("inputs").EnumerateObject().Select(input => input.Name)];

    public static IEnumerable<GoldenCase> Of(string operation) =>
        s_all.Value.Where(golden => golden._json.GetProperty("operation").GetString() == operation);

    public static GoldenCase Named(string name) => s_all.Value.First(golden => golden.Name == name);

    public JsonElement Attribute(string name) => _json.GetProperty("attributes").GetProperty(name);

    public int Integer(string name) => Attribute(name).GetInt32();

    public double Number(string name) => Attribute(name).GetDouble();

    public bool Flag(string name) => Attribute(name).GetBoolean();

    public string Text(string name) => Attribute(name).GetString()!;

    public int[] Axes(string name) => Attribute(name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(value => value.GetInt32())]
        : [];

    public long[] Extents(string name) => [.. Attribute(name).EnumerateArray().Select(value => value.GetInt64())];

    /// <summary>Whole numbers that are a text, with commas.</summary>
    public long[] Numbers(string name) =>
        [.. Text(name).Split(',').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];

    /// <summary>One tensor of a group: <c>inputs</c>, <c>outputs</c>, <c>cotangents</c>, …</summary>
    public Tensor Tensor(string group, string name)
    {
        JsonElement json = _json.GetProperty(group).GetProperty(name);
        Shape shape = Shape.Create([.. json.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt64())]);
        JsonElement[] data = [.. json.GetProperty("data").EnumerateArray()];
        return json.GetProperty("dtype").GetString() switch
        {
            "bool" => Nabla.Tensor.From(Array.ConvertAll(data, value => value.GetBoolean()), shape),
            "int64" => Nabla.Tensor.From(Array.ConvertAll(data, value => value.GetInt64()), shape),
            _ => Nabla.Tensor.From(Array.ConvertAll(data, Double), shape),
        };
    }

    public bool Has(string group) => _json.TryGetProperty(group, out _);

    private static double Double(JsonElement value) =>
        value.ValueKind is not JsonValueKind.String ? value.GetDouble() : value.GetString() switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.NaN,
        };

    private static IEnumerable<GoldenCase> Read(string file)
    {
        string folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "tests", "golden")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("tests/golden is not above the tests.");
        }

        var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "tests", "golden", $"{file}.json")));
        return json.RootElement.EnumerateArray().Select(element => new GoldenCase(element));
    }
}

using System.Text.Json;

namespace Nabla.Tests.Models;

/// <summary>Holds models against what the same networks give in PyTorch.</summary>
internal static class ModelCheck
{
    /// <summary>Compares parameters, shapes and results with those of a case in tests/golden/models.json.</summary>
    /// <param name="name">The name of the case.</param>
    /// <param name="create">Makes the model for images of a shape.</param>
    public static void Golden(string name, Func<Shape, Model> create)
    {
        JsonElement item = Case(name);
        Shape input = ShapeOf(item.GetProperty("input")), output = ShapeOf(item.GetProperty("output"));
        Model model = create(Shape.Create(input.Extents[1..]));
        model.Build(Shape.Create(input.Extents[1..]));
        Assert.Equal(item.GetProperty("parameters").GetInt64(), model.ParameterCount);

        HashedWeights.Fill(model);
        Tensor y = model.Predict(HashedWeights.Uniform($"{name}.images", input));
        Assert.Equal(output, y.Shape);

        double[] expected = [.. item.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
        int step = item.GetProperty("step").GetInt32();
        float[] actual = [.. y.ToArray().Index().Where(value => value.Index % step == 0).Select(value => value.Item)];
        Assert.Equal(expected.Length, actual.Length);
        double scale = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            // float32 against float64, through up to fifty layers.
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= 2e-5 * scale,
                $"{name}: value {i} is {actual[i]:R}, but PyTorch gives {expected[i]:R}");
        }
    }

    /// <summary>The number of parameters, without computing one.</summary>
    public static long Parameters(Functional model)
    {
        model.Build();
        return model.ParameterCount;
    }

    private static JsonElement Case(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "tests", "golden")))
        {
            folder = folder.Parent;
        }

        Assert.SkipWhen(folder is null, "The golden files lie in the repository, which is not above the tests.");
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(folder!.FullName, "tests", "golden", "models.json")));
        return document.RootElement.EnumerateArray()
            .Single(item => item.GetProperty("name").GetString() == name).Clone();
    }

    private static Shape ShapeOf(JsonElement extents) =>
        Shape.Create([.. extents.EnumerateArray().Select(extent => extent.GetInt64())]);
}

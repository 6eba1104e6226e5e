using System.Globalization;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Layers.Convolution;

/// <summary>Holds convolution layers against what PyTorch gives, forward and backward.</summary>
internal static class ConvolutionCheck
{
    private const double Tolerance = 1e-11;

    /// <summary>Runs every case of a kind of layers, and returns how many there were.</summary>
    public static int Golden(string operation, Func<GoldenCase, Layer> create)
    {
        GoldenCase[] cases = [.. GoldenCase.In("convolutions.json").Where(item => item.Operation == operation)];
        foreach (GoldenCase item in cases)
        {
            Golden(item, create(item));
        }

        return cases.Length;
    }

    public static Axes<long> Numbers(this GoldenCase item, string attribute) =>
        [.. item.Text(attribute).Split(',').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];

    public static int Whole(this GoldenCase item, string attribute) => (int)item.Number(attribute);

    public static Padding Padding(this GoldenCase item) => Nabla.Padding.Parse(item.Text("padding"));

    private static void Golden(GoldenCase item, Layer layer)
    {
        Tensor x = item.Input("x");
        layer.Apply(x, CallContext.Inference);
        string[] names = [.. layer.VariablePaths().Select(entry => entry.Path)];
        foreach ((string path, Variable variable) in layer.VariablePaths())
        {
            variable.Value = item.Input(path);
        }

        Tensor[] sources = [x, .. layer.Parameters.Select(parameter => parameter.Value)];
        Tensor y = layer.Apply(x, CallContext.Inference);
        Tensor[] gradients = Gradient.Of((y * item.Cotangents("output")).Sum(), sources);
        Tensor.Evaluate([y, .. gradients]);

        GoldenCase.AssertClose(item.Output("output"), y, Tolerance, item.Name);
        foreach ((string name, Tensor gradient) in names.Prepend("x").Zip(gradients))
        {
            GoldenCase.AssertClose(item.Gradient(name), gradient, Tolerance, $"{item.Name}, gradient of {name}");
        }
    }
}

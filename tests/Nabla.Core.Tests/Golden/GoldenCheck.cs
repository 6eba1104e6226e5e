using Nabla.Testing;

namespace Nabla.Tests.Golden;

/// <summary>Compares an operation with a golden case, in float64.</summary>
internal static class GoldenCheck
{
    private static readonly Tolerance s_tolerance = new(1e-11, 1e-12);

    /// <summary>Checks the values and, where the case has them, first and second gradients.</summary>
    /// <param name="name">The case.</param>
    /// <param name="operation">From the case, for its attributes, and the inputs by name to the result.</param>
    public static void Run(string name, Func<GoldenCase, Func<string, Tensor>, Tensor> operation)
    {
        GoldenCase golden = GoldenCase.Named(name);
        Dictionary<string, Tensor> inputs = golden.Inputs.ToDictionary(
            input => input, input => golden.Tensor("inputs", input));
        Tensor result = operation(golden, input => inputs[input]);
        Tensor expected = golden.Tensor("outputs", "output");
        Assert.Equal(expected.Shape, result.Shape);
        Compare(result, expected, name);
        if (!golden.Has("gradients"))
        {
            return;
        }

        // The cases take targets as constants; their gradients are zero there, which says nothing about ours.
        string[] sources = [.. inputs.Keys.Where(input => inputs[input].DType.IsFloating && input is not "targets")];
        Tensor[] at = [.. sources.Select(source => inputs[source])];
        Tensor?[] gradients = result.DType.IsFloating
            ? Gradient.OfOrNull(
                (operation(golden, input => inputs[input]) * golden.Tensor("cotangents", "output")).Sum(), at)
            : new Tensor?[at.Length];
        CompareAll(golden, "gradients", sources, at, gradients);
        if (golden.Has("second_gradients"))
        {
            Tensor[] flowing = [.. gradients.OfType<Tensor>()];
            Tensor?[] second = flowing.Length == 0
                ? new Tensor?[at.Length]
                : Gradient.OfOrNull(Energy(golden, inputs, operation, at), at);
            CompareAll(golden, "second_gradients", sources, at, second);
        }
    }

    private static Tensor Energy(
        GoldenCase golden, Dictionary<string, Tensor> inputs,
        Func<GoldenCase, Func<string, Tensor>, Tensor> operation, Tensor[] at)
    {
        Tensor scalar = (operation(golden, input => inputs[input]) * golden.Tensor("cotangents", "output")).Sum();
        IEnumerable<Tensor> squares = Gradient.OfOrNull(scalar, at).OfType<Tensor>()
            .Select(gradient => gradient.Square().Sum());
        return squares.Aggregate((a, b) => a + b) * 0.5;
    }

    private static void CompareAll(GoldenCase golden, string group, string[] sources, Tensor[] at, Tensor?[] actual)
    {
        for (int i = 0; i < sources.Length; i++)
        {
            Compare(
                actual[i] ?? at[i].ZerosLike(), golden.Tensor(group, sources[i]),
                $"{golden.Name}, {group} of {sources[i]}");
        }
    }

    private static void Compare(Tensor actual, Tensor expected, string what) =>
        s_tolerance.Check(actual.Cast(DType.Float64), expected.Cast(DType.Float64).ToArray<double>(), what);
}

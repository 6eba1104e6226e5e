using Nabla.Testing;

namespace Nabla.Tests.Golden;

/// <summary>Compares an operation with a golden case, in float64.</summary>
internal static class GoldenCheck
{
    private static readonly Tolerance s_tolerance = new(1e-11, 1e-12);
    private static readonly Tolerance s_singleTolerance = new(2e-6, 1e-6);

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

    /// <summary>
    /// Checks values and first gradients in float32 as well, for cases whose inputs are the same numbers there.
    /// </summary>
    /// <param name="name">The case.</param>
    /// <param name="operation">From the case, for its attributes, and the inputs by name to the result.</param>
    public static void RunInBothTypes(string name, Func<GoldenCase, Func<string, Tensor>, Tensor> operation)
    {
        Run(name, operation);
        GoldenCase golden = GoldenCase.Named(name);
        Dictionary<string, Tensor> inputs = golden.Inputs.ToDictionary(
            input => input, input => golden.Tensor("inputs", input).Cast(DType.Float32));
        Tensor result = operation(golden, input => inputs[input]);
        Assert.Equal(DType.Float32, result.DType);
        CompareSingle(result, golden.Tensor("outputs", "output"), $"{name} in float32");
        if (golden.Has("gradients"))
        {
            Tensor scalar = (result * golden.Tensor("cotangents", "output").Cast(DType.Float32)).Sum();
            Tensor[] gradients = Gradient.Of(scalar, [.. inputs.Values]);
            foreach ((string input, Tensor gradient) in inputs.Keys.Zip(gradients))
            {
                CompareSingle(gradient, golden.Tensor("gradients", input), $"{name}, gradient of {input} in float32");
            }
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

    private static void CompareSingle(Tensor actual, Tensor expected, string what) =>
        s_singleTolerance.Check(actual.Cast(DType.Float64), expected.ToArray<double>(), what);

    private static void Compare(Tensor actual, Tensor expected, string what) =>
        s_tolerance.Check(actual.Cast(DType.Float64), expected.Cast(DType.Float64).ToArray<double>(), what);
}

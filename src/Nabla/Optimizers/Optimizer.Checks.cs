namespace Nabla;

public abstract partial class Optimizer
{
    /// <summary>Checks a factor that must lie in [0, 1), such as a momentum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    protected static void CheckDecay(double value, string name) => BelowOne(value, name);

    internal static double BelowOne(double value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"The {name} is 0 or more and less than 1, such as 0.9.");

    /// <summary>Checks a number that must be 0 or more, such as a weight decay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    protected static void CheckNotNegative(double value, string name) => NotNegative(value, name);

    internal static double? NotNegative(double? value, string name) =>
        value is null or (>= 0 and < double.PositiveInfinity)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The {name} is a finite number of 0 or more.");

    private static void Check(IReadOnlyList<Variable> parameters, IReadOnlyList<Tensor> gradients)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(gradients);
        if (parameters.Count == 0)
        {
            throw new ArgumentException(
                "There are no parameters to update; pass those of a model that is built and trainable.",
                nameof(parameters));
        }

        if (parameters.Count != gradients.Count)
        {
            throw new ArgumentException(
                $"There are {parameters.Count} parameters but {gradients.Count} gradients; pass one for each, "
                + "in the same order.",
                nameof(gradients));
        }

        for (int i = 0; i < parameters.Count; i++)
        {
            Check(parameters[i], gradients[i]);
        }
    }

    private static void Check(Variable parameter, Tensor gradient)
    {
        if (gradient.Shape != parameter.Shape)
        {
            throw new ShapeMismatchException(
                $"Parameter '{parameter.Name}' has shape {parameter.Shape} but its gradient {gradient.Shape}; "
                + "pass the gradients in the order of the parameters.", parameter.Shape, gradient.Shape);
        }

        if (gradient.DType != parameter.DType)
        {
            throw new DTypeMismatchException(
                $"Parameter '{parameter.Name}' holds {parameter.DType} but its gradient {gradient.DType}; "
                + "cast the gradient first.", parameter.DType, gradient.DType);
        }
    }

    private void CheckGroups(IReadOnlyList<Variable> parameters)
    {
        foreach (ParameterGroup group in Groups)
        {
            if (!group.MayBeEmpty && !parameters.Any(group.Contains))
            {
                string names = string.Join(", ", parameters.Take(8).Select(parameter => parameter.Name));
                throw new ArgumentException(
                    $"{group} matches none of the {parameters.Count} parameters that learn ({names}"
                    + $"{(parameters.Count > 8 ? ", …" : "")}); check the pattern, or set MayBeEmpty.",
                    nameof(parameters));
            }
        }
    }
}

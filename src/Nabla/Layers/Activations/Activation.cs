using System.Globalization;
using Nabla.Configuration;

namespace Nabla;

/// <summary>A function that is applied to the result of a layer, known by its name.</summary>
/// <example><code>
/// new Dense(128, Activation.Relu)
/// new Dense(128, Activation.LeakyRelu(0.2))
/// new Dense(128, Activation.Parse("leaky_relu(0.2)"))
/// new Dense(128, Activation.Define("squared_relu", x => x.Relu().Square()))
/// </code></example>
public sealed partial class Activation : IConfigurationText<Activation>
{
    private readonly Func<Tensor, Tensor> _function;

    private Activation(string name, Func<Tensor, Tensor> function, bool isElementwise)
    {
        Name = name;
        _function = function;
        IsElementwise = isElementwise;
    }

    // An activation without numbers is named where it is declared; those with numbers are named here.
    static Activation()
    {
        ActivationTable.Add("celu", () => Celu(), alpha => Celu(alpha));
        ActivationTable.Add("elu", () => Elu(), alpha => Elu(alpha));
        ActivationTable.Add("hard_shrink", () => HardShrink(), lambda => HardShrink(lambda));
        ActivationTable.Add("hard_tanh", () => HardTanh(), (minimum, maximum) => HardTanh(minimum, maximum));
        ActivationTable.Add("leaky_relu", () => LeakyRelu(), slope => LeakyRelu(slope));
        ActivationTable.Add("soft_shrink", () => SoftShrink(), lambda => SoftShrink(lambda));
        ActivationTable.Add("squareplus", () => Squareplus(), b => Squareplus(b));
        ActivationTable.Add("threshold", null, (threshold, value) => Threshold(threshold, value));
    }

    /// <summary>The names that <see cref="Parse"/> knows.</summary>
    public static IReadOnlyList<string> Names => ActivationTable.Names;

    /// <summary>The name, with its numbers where it takes some: <c>relu</c>, <c>leaky_relu(0.2)</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether each result depends on one element alone. Those along the last axis, such as <see cref="Softmax"/>, are
    /// not elementwise, and <see cref="Glu"/> halves that axis.
    /// </summary>
    public bool IsElementwise { get; }

    /// <summary>Gives a function a name, by which <see cref="Parse"/> and files find it from now on.</summary>
    /// <param name="name">The name; lower case with underscores by custom.</param>
    /// <param name="function">The function.</param>
    /// <param name="isElementwise">Whether each result depends on one element alone.</param>
    /// <exception cref="ArgumentException">The name is taken, or holds a parenthesis.</exception>
    public static Activation Define(string name, Func<Tensor, Tensor> function, bool isElementwise = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(function);
        var activation = new Activation(name, function, isElementwise);
        return !name.Contains('(') && ActivationTable.TryAdd(activation)
            ? activation
            : throw new ArgumentException(
                $"There is an activation '{name}' already, or the name holds a parenthesis; choose another name.",
                nameof(name));
    }

    /// <summary>The activation of a name, such as <c>relu</c> or <c>leaky_relu(0.2)</c>.</summary>
    /// <exception cref="ArgumentException">There is no such activation; the message lists those there are.</exception>
    public static Activation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ActivationTable.Find(text);
    }

    /// <summary>Applies the function.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>A tensor of the same shape, but for <see cref="Glu"/> and functions of your own.</returns>
    public Tensor Apply(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return _function(x);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static Activation AlongLastAxis(string name, Func<Tensor, Tensor> function) =>
        Define(name, function, isElementwise: false);

    private static Activation Numbered(string name, Func<Tensor, Tensor> function, params double[] numbers)
    {
        // The function itself knows which numbers it takes; asked now, it refuses others on the caller's line.
        _ = function(Tensor.Zeros(0));
        string list = string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
        return new Activation($"{name}({list})", function, isElementwise: true);
    }
}

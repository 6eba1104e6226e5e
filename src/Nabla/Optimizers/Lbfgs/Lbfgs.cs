using System.Numerics.Tensors;

namespace Nabla;

/// <summary>Minimizes one and the same function of variables: small models on full batches.</summary>
/// <remarks>
/// <para>
/// Goes along <c>−H · g</c>, where <c>H</c> stands for the inverse of the second derivatives as the last steps show
/// them, by the recursion of two loops; how far is decided by a line search under the strong Wolfe conditions. It is no
/// <see cref="Optimizer"/>, because an iteration takes as many evaluations as the line search wants. The function is
/// compiled once; directions are computed in double precision on the host, and take <c>2 · historySize</c> numbers for
/// each parameter.
/// </para>
/// <para>
/// Steps and defaults are those of PyTorch's <c>LBFGS</c> with <c>strong_wolfe</c>, except that one call goes on for
/// 100 iterations and not 20. Source: J. Nocedal, S. Wright, Numerical optimization, 2006, algorithms 7.4, 3.5 and 3.6.
/// </para>
/// </remarks>
/// <example><code>
/// var x = new Variable("x", Tensor.From([-1.2, 1.0]));
/// var minimum = new Lbfgs().Minimize([x], () => Rosenbrock(x.Value));
/// </code></example>
public sealed partial class Lbfgs
{
    /// <summary>Creates the method.</summary>
    /// <param name="learningRate">The first length that the line search tries: finite, more than 0.</param>
    /// <param name="maxIterations">The most iterations of a call: 1 or more.</param>
    /// <param name="gradientTolerance">It ends where no element of the gradient is greater.</param>
    /// <param name="changeTolerance">It ends where neither the loss nor an element changes by more.</param>
    /// <param name="historySize">The steps that are remembered: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Lbfgs(
        double learningRate = 1, int maxIterations = 100, double gradientTolerance = 1e-7,
        double changeTolerance = 1e-9, int historySize = 100)
    {
        _ = Optimizer.NotNegative(learningRate, nameof(learningRate));
        ArgumentOutOfRangeException.ThrowIfZero(learningRate);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxIterations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(historySize, 1);
        LearningRate = learningRate;
        MaxIterations = maxIterations;
        GradientTolerance = Optimizer.NotNegative(gradientTolerance, nameof(gradientTolerance))!.Value;
        ChangeTolerance = Optimizer.NotNegative(changeTolerance, nameof(changeTolerance))!.Value;
        HistorySize = historySize;
    }

    /// <summary>The first length that the line search tries.</summary>
    public double LearningRate { get; }

    /// <summary>The most iterations of a call.</summary>
    public int MaxIterations { get; }

    /// <summary>It ends where no element of the gradient is greater.</summary>
    public double GradientTolerance { get; }

    /// <summary>It ends where neither the loss nor an element changes by more.</summary>
    public double ChangeTolerance { get; }

    /// <summary>The steps that are remembered.</summary>
    public int HistorySize { get; }

    /// <summary>Changes variables so that a loss becomes small.</summary>
    /// <param name="variables">What may change.</param>
    /// <param name="loss">
    /// A scalar of the values of the variables; traced once, so that tensors that it uses beside them stay as they are.
    /// </param>
    /// <exception cref="ArgumentException">There are no variables.</exception>
    /// <exception cref="ShapeMismatchException">The loss is no scalar.</exception>
    /// <exception cref="InvalidOperationException">The loss does not depend on a variable.</exception>
    /// <exception cref="NonFiniteException">
    /// The loss or its gradient is not finite where it starts; the variables are as they were.
    /// </exception>
    public LbfgsResult Minimize(IReadOnlyList<Variable> variables, Func<Tensor> loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var objective = new LbfgsObjective(variables, loss);
        LbfgsPoint at = objective.Start();
        var history = new LbfgsHistory(HistorySize);
        double[] direction = new double[objective.Position.Length];
        for (int iteration = 1; iteration <= MaxIterations; iteration++)
        {
            if (Greatest(at.Gradient) <= GradientTolerance)
            {
                return Result(iteration - 1, isConverged: true);
            }

            history.Direction(at.Gradient, direction);
            double slope = TensorPrimitives.Dot<double>(at.Gradient, direction);
            if (slope > -ChangeTolerance)
            {
                return Result(iteration - 1, isConverged: true);
            }

            double length = iteration > 1
                ? LearningRate
                : LearningRate * Math.Min(1, 1 / TensorPrimitives.SumOfMagnitudes<double>(at.Gradient));
            LbfgsPoint start = at with { Length = 0, Slope = slope };
            LbfgsPoint next = new LineSearch(objective, direction, start).Run(length, ChangeTolerance);
            objective.Accept(direction, next.Length);
            history.Add(direction, next.Length, at.Gradient, next.Gradient);
            double moved = next.Length * Greatest(direction);
            double gained = Math.Abs(next.Loss - at.Loss);
            at = next;
            if (moved <= ChangeTolerance || gained < ChangeTolerance)
            {
                return Result(iteration, isConverged: true);
            }
        }

        return Result(MaxIterations, isConverged: false);

        LbfgsResult Result(int iterations, bool isConverged) =>
            new(at.Loss, iterations, objective.Evaluations, isConverged);
    }

    private static double Greatest(double[] elements) => Math.Abs(TensorPrimitives.MaxMagnitude<double>(elements));
}

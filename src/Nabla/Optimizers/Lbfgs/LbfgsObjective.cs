using System.Numerics.Tensors;

namespace Nabla;

/// <summary>A loss and its gradient as a compiled function of all variables in a row.</summary>
internal sealed class LbfgsObjective
{
    private readonly IReadOnlyList<Variable> _variables;
    private readonly CompiledFunction _function;
    private readonly double[] _trial;

    public LbfgsObjective(IReadOnlyList<Variable> variables, Func<Tensor> loss)
    {
        ArgumentNullException.ThrowIfNull(variables);
        if (variables.Count == 0)
        {
            throw new ArgumentException(
                "There are no variables to change; pass those of a model that is built and trainable.",
                nameof(variables));
        }

        _variables = variables;
        _function = new CompiledFunction(_ =>
        {
            Tensor value = loss();
            Tensor[] gradients = Gradient.Of(value, [.. variables.Select(variable => variable.Value)]);
            return [value.Cast(DType.Float64), .. gradients.Select(gradient => gradient.Cast(DType.Float64))];
        });
        Position = [.. variables.SelectMany(variable => variable.Value.Cast(DType.Float64).ToArray<double>())];
        _trial = new double[Position.Length];
    }

    /// <summary>The variables in a row, where the last step was accepted.</summary>
    public double[] Position { get; }

    public int Evaluations { get; private set; }

    /// <summary>The loss where the variables are.</summary>
    /// <exception cref="NonFiniteException">It or its gradient is not finite.</exception>
    public LbfgsPoint Start()
    {
        (double loss, double[] gradient) = Evaluate();
        return double.IsFinite(loss) && TensorPrimitives.IsFiniteAll<double>(gradient)
            ? new LbfgsPoint(0, loss, 0, gradient)
            : throw new NonFiniteException(
                $"L-BFGS cannot start where the loss is {loss} or its gradient is not finite; start elsewhere.");
    }

    /// <summary>The loss some way along a direction; the variables are left there.</summary>
    public LbfgsPoint At(double[] direction, double length)
    {
        try
        {
            TensorPrimitives.MultiplyAdd<double>(direction, length, Position, _trial);
            Write(_trial);
            (double loss, double[] gradient) = Evaluate();
            return double.IsFinite(loss)
                ? new LbfgsPoint(length, loss, TensorPrimitives.Dot<double>(gradient, direction), gradient)
                : new LbfgsPoint(length, double.PositiveInfinity, double.NaN, gradient);
        }
        catch (NonFiniteException)
        {
            return new LbfgsPoint(length, double.PositiveInfinity, double.NaN, []);
        }
        catch
        {
            Write(Position);
            throw;
        }
    }

    /// <summary>Makes a step along a direction.</summary>
    public void Accept(double[] direction, double length)
    {
        TensorPrimitives.MultiplyAdd<double>(direction, length, Position, Position);
        Write(Position);
    }

    private (double Loss, double[] Gradient) Evaluate()
    {
        Evaluations++;
        Tensor[] results = _function.Invoke();
        return (results[0].ToArray<double>()[0], [.. results.Skip(1).SelectMany(result => result.ToArray<double>())]);
    }

    private void Write(double[] position)
    {
        int start = 0;
        foreach (Variable variable in _variables)
        {
            int count = (int)variable.Shape.ElementCount;
            variable.Value = Tensor.From(position.AsSpan(start, count), variable.Shape).Cast(variable.DType);
            start += count;
        }
    }
}

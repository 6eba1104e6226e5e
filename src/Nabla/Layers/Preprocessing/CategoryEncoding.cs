namespace Nabla;

/// <summary>Replaces numbers of categories by vectors with a place for each category.</summary>
/// <remarks>
/// Modes and the default are those of Keras. A number that names no category gives nothing. The last axis goes away in
/// the modes <see cref="CategoryMode.MultiHot"/> and <see cref="CategoryMode.Count"/>, and in
/// <see cref="CategoryMode.OneHot"/> where its extent is 1.
/// </remarks>
[Component("category_encoding")]
public sealed class CategoryEncoding : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="tokens">The number of categories.</param>
    /// <param name="mode">What becomes of the numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no category, or no such mode.</exception>
    public CategoryEncoding(int tokens, CategoryMode mode = CategoryMode.MultiHot)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, 1);
        if (!Enum.IsDefined(mode))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "A mode is OneHot, MultiHot or Count.");
        }

        Tokens = tokens;
        Mode = mode;
    }

    /// <summary>The number of categories.</summary>
    public int Tokens { get; }

    /// <summary>What becomes of the numbers.</summary>
    public CategoryMode Mode { get; }

    /// <inheritdoc/>
    /// <returns>float32 [batch, …, tokens].</returns>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …, numbers], or [batch] to be one-hot
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!x.DType.IsInteger)
        {
            throw new DTypeMismatchException(
                $"{Subject} expects whole numbers of categories but got {x.Spec}; cast them with Cast(DType.Int32), "
                + "or put a Discretization before it.", x.DType);
        }

        if (Mode is CategoryMode.OneHot)
        {
            return (x.Rank > 1 && x.Shape[-1] == 1 ? x.Squeeze(-1) : x).OneHot(Tokens);
        }

        if (x.Rank < 2)
        {
            throw new ShapeMismatchException(
                $"{Subject} expects [batch, …, numbers] but got {x.Shape}; use CategoryMode.OneHot for one number an "
                + "example, or insert an axis with ExpandAxis(-1).", x.Shape);
        }

        Tensor places = x.OneHot(Tokens);
        return Mode is CategoryMode.Count ? places.Sum(-2) : places.Max(-2);
    }
}

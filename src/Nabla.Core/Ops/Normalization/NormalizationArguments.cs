using Nabla.Graph;

namespace Nabla;

/// <summary>The checks that normalizations share; each message begins with the operation and its layer.</summary>
internal sealed class NormalizationArguments
{
    private readonly string _subject;
    private readonly Tensor _x;

    public NormalizationArguments(string name, Tensor x, double epsilon)
    {
        _subject = LayerScope.Current is { } path ? $"{name} in layer '{path}'" : name;
        _x = x;
        if (!(epsilon >= 0) || !double.IsFinite(epsilon))
        {
            throw new ArgumentOutOfRangeException(
                nameof(epsilon), epsilon, $"{_subject} adds epsilon to a variance; give it 0 or more, such as 0.001.");
        }

        if (!x.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"{_subject} takes floating numbers but got {x.Spec}; cast them with Cast(DType.Float32).", x.DType);
        }
    }

    public override string ToString() => _subject;

    public void CheckRank(int least, string expected)
    {
        if (_x.Rank < least)
        {
            throw new ShapeMismatchException(
                $"{_subject} expects {expected} but got {_x.Shape}; insert the axis that is missing with ExpandAxis.",
                _x.Shape);
        }
    }

    /// <summary>How many elements the axes from one on have without the last.</summary>
    public long RowsBeforeLast(int first)
    {
        long rows = 1;
        for (int axis = first; axis < _x.Rank - 1; axis++)
        {
            rows *= _x.Shape[axis];
        }

        return rows;
    }

    /// <summary>The numbers as rows of so many trailing axes: [rows, features].</summary>
    public Tensor Rows(int axes)
    {
        long features = Shape.Create(_x.Shape.Extents[^axes..]).ElementCount;
        return _x.Reshape(_x.Shape.ElementCount / Math.Max(features, 1), features);
    }

    /// <summary>A factor or summand of the trailing axes, as a vector; a constant where none is given.</summary>
    public Tensor Vector(Tensor? given, double otherwise, string name, int axes = 1)
    {
        Shape shape = Shape.Create(_x.Shape.Extents[^axes..]);
        if (given is null)
        {
            return Tensor.Constant(otherwise, _x.DType).BroadcastTo([shape.ElementCount]);
        }

        return given.Shape == shape
            ? given.Cast(_x.DType).Reshape(shape.ElementCount)
            : throw new ShapeMismatchException(
                $"{_subject} takes a {name} of shape {shape}, the last of {_x.Shape}, but got {given.Shape}; "
                + "give one number for each element that is normalized alone.", _x.Shape, given.Shape);
    }
}

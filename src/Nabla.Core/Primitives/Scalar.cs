using System.Globalization;

namespace Nabla;

/// <summary>A CLR number met by a tensor: <c>x * 0.5</c>, <c>labels == 3</c>.</summary>
/// <remarks>Its kind decides promotion (see <see cref="DTypes.Promote(DType, Scalar)"/>), not its CLR width.</remarks>
public readonly struct Scalar : IEquatable<Scalar>
{
    private readonly double _floating;
    private readonly long _integer;

    private Scalar(ScalarKind kind, double floating, long integer)
    {
        Kind = kind;
        _floating = floating;
        _integer = integer;
    }

    /// <summary>Which kind of number this is.</summary>
    public ScalarKind Kind { get; }

    /// <summary>The value as a double; exact for integers up to 2^53.</summary>
    public double ToDouble() => Kind is ScalarKind.Floating ? _floating : _integer;

    /// <summary>The value as a long; floating values are truncated towards zero.</summary>
    public long ToInt64() => Kind is ScalarKind.Floating ? (long)_floating : _integer;

    /// <summary>What an element of a type holds when it is given this number: rounded, cut or wrapped.</summary>
    public Scalar As(DType dtype) => dtype switch
    {
        DType.Float32 => (float)ToDouble(),
        DType.Float64 => ToDouble(),
        DType.Int64 => ToInt64(),
        DType.Int32 => Kind is ScalarKind.Floating ? (int)_floating : unchecked((int)_integer),
        DType.UInt8 => (long)unchecked((byte)ToInt64()),
        _ => ToDouble() != 0,
    };

    /// <summary>
    /// What an element of a type holds when it is given this number, which must be in the type's range.
    /// </summary>
    /// <exception cref="OverflowException">The number is too large or too small, or NaN beside integers.</exception>
    internal Scalar Fitting(DType dtype)
    {
        (double low, double high) = dtype switch
        {
            DType.UInt8 => (byte.MinValue, byte.MaxValue),
            DType.Int32 => (int.MinValue, int.MaxValue),
            DType.Int64 when Kind is ScalarKind.Floating => (long.MinValue, Math.BitDecrement((double)long.MaxValue)),
            _ => (double.NaN, double.NaN),
        };
        double value = Math.Truncate(ToDouble());
        bool fits = double.IsNaN(low) || (value >= low && value <= high);
        return fits
            ? As(dtype)
            : throw new OverflowException(
                $"The number {this} does not fit into {dtype.Name} elements, which go from {low:F0} to {high:F0}; "
                + "cast the "
                + $"tensor first, as in x.Cast(DType.{(Kind is ScalarKind.Floating ? DType.Float32
                    : value is >= int.MinValue and <= int.MaxValue ? DType.Int32 : DType.Int64)}).");
    }

    /// <summary>A floating scalar.</summary>
    public static implicit operator Scalar(double value) => new(ScalarKind.Floating, value, 0);

    /// <summary>A floating scalar.</summary>
    public static implicit operator Scalar(float value) => new(ScalarKind.Floating, value, 0);

    /// <summary>An integer scalar.</summary>
    public static implicit operator Scalar(int value) => new(ScalarKind.Integer, 0, value);

    /// <summary>An integer scalar.</summary>
    public static implicit operator Scalar(long value) => new(ScalarKind.Integer, 0, value);

    /// <summary>A boolean scalar.</summary>
    public static implicit operator Scalar(bool value) => new(ScalarKind.Boolean, 0, value ? 1 : 0);

    /// <summary>Bitwise equality, so that NaN equals NaN and −0 differs from 0.</summary>
    public bool Equals(Scalar other) => Kind == other.Kind && _integer == other._integer
        && BitConverter.DoubleToInt64Bits(_floating) == BitConverter.DoubleToInt64Bits(other._floating);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Scalar other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _integer, BitConverter.DoubleToInt64Bits(_floating));

    /// <summary>Bitwise equality.</summary>
    public static bool operator ==(Scalar left, Scalar right) => left.Equals(right);

    /// <summary>Bitwise inequality.</summary>
    public static bool operator !=(Scalar left, Scalar right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ScalarKind.Boolean => _integer != 0 ? "true" : "false",
        ScalarKind.Integer => _integer.ToString(CultureInfo.InvariantCulture),
        _ => _floating.ToString("R", CultureInfo.InvariantCulture),
    };
}

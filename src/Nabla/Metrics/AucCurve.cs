namespace Nabla;

/// <summary>Which curve an area is under.</summary>
public enum AucCurve
{
    /// <summary>Sensitivity against 1 − specificity.</summary>
    Roc,

    /// <summary>Precision against recall, by steps: the average precision, for rare yeses.</summary>
    PrecisionRecall,
}
